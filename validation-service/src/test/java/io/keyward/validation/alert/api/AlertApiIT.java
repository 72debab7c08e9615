package io.keyward.validation.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.alert.store.AlertFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestPeople;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts as curl and the official clients see them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class AlertApiIT {
    private static final String KEY_INVALID = "AWS_ENCRYPTION_KEY_INVALID";
    private static final String WHOLE_SECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
    private static final String FAR = "2126-01-01T00:00:00Z";

    @Inject
    TestPeople people;

    @Inject
    AlertFixture alerts;

    @Inject
    SetupFixture setup;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    SweepFixture checks;

    private final String groupId = ObjectIds.next();
    private final String group = "/api/atlas/v2/groups/" + groupId;
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void aProjectWithPeople() {
        setup.create(groupId, "Shop");
        people.add(groupId, "manager", ProjectRole.GROUP_ALERTS_MANAGER);
        people.add(groupId, "reader", ProjectRole.GROUP_READ_ONLY);
    }

    @Rule({"N4", "P6"})
    @Test
    void anAlertIsListedReadAndClosed() {
        var id = openAlert();

        as("reader")
                .queryParam("status", "OPEN")
                .get(group + "/alerts")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-01-01+json")
                .body("totalCount", equalTo(1))
                .body("results[0].id", equalTo(id))
                .body("results[0].links", hasSize(1))
                .body("links[0].rel", equalTo("self"));
        as("reader")
                .get(group + "/alerts/" + id)
                .then()
                .statusCode(200)
                .body("eventTypeName", equalTo(KEY_INVALID))
                .body("status", equalTo("OPEN"))
                .body("groupId", equalTo(groupId))
                .body("orgId", notNullValue())
                .body("resolved", nullValue())
                .body("links.rel", hasItem("https://cloud.mongodb.com/alertConfig"))
                .body("keyward.reason", equalTo("KEY_DISABLED"))
                .body("keyward.region", equalTo(TestCloud.REGION))
                .body("keyward.subject.name", equalTo(arn))
                .body("keyward.clusters.name", hasItem("orders"))
                .body("keyward.explanation", notNullValue())
                .body("keyward.remedy", notNullValue())
                .body("keyward.calls.requestId", everyItem(notNullValue()));

        TestCloud.enable(arn);
        checks.check(groupId);

        as("reader")
                .get(group + "/alerts/" + id)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("resolved", notNullValue())
                .body("keyward.ending", containsString("success"));
        as("reader").queryParam("status", "OPEN").get(group + "/alerts").then().body("totalCount", equalTo(0));
        as("reader")
                .queryParam("status", "TRACKING")
                .get(group + "/alerts")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Rule("N4")
    @Test
    void anAlertIsAcknowledgedAndThatIsTakenBackInBothVersions() {
        var alert = group + "/alerts/" + openAlert();

        patch("manager", alert, MediaTypes.V2024_05_30, body(FAR, "seen"))
                .statusCode(200)
                .contentType(MediaTypes.V2024_05_30)
                .body("acknowledgedUntil", equalTo(FAR))
                .body("acknowledgementComment", equalTo("seen"))
                .body("acknowledgingUsername", equalTo("manager" + groupId));
        patch(
                        "manager",
                        alert,
                        MediaTypes.V2024_05_30,
                        "{\"unacknowledgeAlert\":true,\"acknowledgedUntil\":\"" + FAR + "\"}")
                .statusCode(200)
                .body("acknowledgedUntil", nullValue())
                .body("acknowledgingUsername", nullValue());
        patch(
                        "manager",
                        alert,
                        MediaTypes.V2023_01_01,
                        "{\"id\":\"x\",\"status\":\"OPEN\",\"acknowledgedUntil\":\"" + FAR + "\"}")
                .statusCode(200)
                .contentType(MediaTypes.V2023_01_01)
                .header("Deprecation", "Thu, 30 May 2024 00:00:00 GMT")
                .header("Sunset", "Thu, 1 Jul 2027 00:00:00 GMT")
                .body("acknowledgedUntil", equalTo(FAR));
        var asRead = as("reader").get(alert).asString();
        patch("manager", alert, MediaTypes.V2023_01_01, asRead)
                .statusCode(200)
                .body("acknowledgedUntil", equalTo(FAR))
                .body("keyward.since", matchesPattern(WHOLE_SECONDS));
        patch("manager", alert, MediaTypes.V2023_01_01, "{}").statusCode(200).body("acknowledgedUntil", nullValue());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var alert = group + "/alerts/" + openAlert();

        patch("reader", alert, MediaTypes.V2024_05_30, body(FAR, "seen"))
                .statusCode(403)
                .body("detail", containsString("Project Alerts Manager"));
        refused(alert, body("yesterday", "x"), "INVALID_DATE_FORMAT");
        refused(alert, body("2001-01-01T00:00:00Z", "x"), "INVALID_DATE_RANGE");
        refused(alert, "{\"acknowledgedUntil\":1786330416}", "INVALID_DATE_FORMAT");
        refused(alert, body("+10000-01-01T00:00:00Z", "x"), "INVALID_DATE_FORMAT");
        refused(alert, body("+999999999-12-31T23:59:59Z", "x"), "INVALID_DATE_FORMAT");
        refused(alert, body(FAR, "x".repeat(201)), "VALIDATION_ERROR");
        refused(alert, "{}", "MISSING_ATTRIBUTE");
        refused(alert, "{\"until\":1}", "INVALID_ATTRIBUTE");
        as("reader")
                .queryParam("status", "BROKEN")
                .get(group + "/alerts")
                .then()
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_ENUM_VALUE"))
                .body("detail", containsString("OPEN, TRACKING, CLOSED"));
    }

    @ParameterizedTest
    @CsvSource({
        "alerts/64b0c0ffee64b0c0ffee64b0, ALERT_NOT_FOUND",
        "alerts/nonsense, INVALID_ALERT_ID",
        "alerts/64b0c0ffee64b0c0ffee64b0/alertConfigs, ALERT_NOT_FOUND",
        "alertConfigs/64b0c0ffee64b0c0ffee64b0, ALERT_CONFIG_NOT_FOUND",
        "alertConfigs/nonsense, INVALID_ALERT_CONFIG_ID"
    })
    void whatIsNotThereIsNotFound(String path, String code) {
        as("reader").get(group + "/" + path).then().statusCode(404).body("errorCode", equalTo(code));
    }

    @Rule("N2")
    @Test
    void everyProjectHasTheDefaultConfigurations() {
        var id = as("reader")
                .get(group + "/alertConfigs")
                .then()
                .statusCode(200)
                .body("totalCount", equalTo(8))
                .body("results.enabled", everyItem(equalTo(true)))
                .body("results.eventTypeName", hasItem("ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED"))
                .extract()
                .<String>path("results.find { it.eventTypeName == '" + KEY_INVALID + "' }.id");
        as("reader")
                .get(group + "/alertConfigs/" + id)
                .then()
                .statusCode(200)
                .body("notifications[0].typeName", equalTo("GROUP"))
                .body("notifications[0].roles", hasItem("GROUP_OWNER"))
                .body("matchers", hasSize(0));

        var alert = openAlert();

        as("reader")
                .get(group + "/alerts/" + alert + "/alertConfigs")
                .then()
                .statusCode(200)
                .body("results[0].id", equalTo(id));
        as("reader").get(group + "/alertConfigs/" + id + "/alerts").then().body("results[0].id", equalTo(alert));
    }

    private String openAlert() {
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), arn));
        checks.check(groupId);
        clusters.running(groupId, ObjectIds.next(), "orders");
        TestCloud.disable(arn);
        checks.check(groupId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts.open(groupId)).contains(KEY_INVALID));
        return alerts.idOf(groupId, KEY_INVALID);
    }

    private void refused(String alert, String body, String code) {
        patch("manager", alert, MediaTypes.V2024_05_30, body).statusCode(400).body("errorCode", equalTo(code));
    }

    private io.restassured.response.ValidatableResponse patch(String who, String path, String version, String body) {
        return as(who).accept(version)
                .contentType(version)
                .body(body)
                .patch(path)
                .then();
    }

    private static String body(String until, String comment) {
        return "{\"acknowledgedUntil\":\"" + until + "\",\"acknowledgementComment\":\"" + comment + "\"}";
    }

    private RequestSpecification as(String who) {
        return people.as(groupId, who);
    }
}
