package io.keyward.validation.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Sealing;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestPeople;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alert configurations as curl and the official clients see them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class AlertConfigApiIT {
    private static final String PAGER = "'typeName':'PAGER_DUTY','serviceKey':'0123456789abcdef0123456789abab12'";
    private static final String SHOWN = "****************************ab12";
    private static final String MAIL = "{'typeName':'EMAIL','emailAddress':'ops@example.com'}";
    private static final String INVALID = "'eventTypeName':'AWS_ENCRYPTION_KEY_INVALID'";
    private static final String ROTATION = "'eventTypeName':'AWS_ENCRYPTION_KEY_NEEDS_ROTATION'";
    private static final String EXPIRING = "'eventTypeName':'ENCRYPTION_AT_REST_KEY_EXPIRING'";
    private static final String STOP = "'eventTypeName':'CLUSTER_STOP_NOT_OBSERVED'";
    /** As {@code application.properties} sets it for tests. */
    private static final int MOST = 12;

    @Inject
    TestPeople people;

    @Inject
    SetupFixture setup;

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    private final String groupId = ObjectIds.next();
    private final String configurations = "/api/atlas/v2/groups/" + groupId + "/alertConfigs";

    @BeforeEach
    void aProjectWithPeople() {
        setup.create(groupId, "Shop");
        people.add(groupId, "manager", ProjectRole.GROUP_ALERTS_MANAGER);
        people.add(groupId, "reader", ProjectRole.GROUP_READ_ONLY);
    }

    @Rule("N4")
    @Test
    void aConfigurationIsMadeReadChangedAndDeleted() throws InterruptedException {
        var made = post("{" + ROTATION + ",'enabled':true,'severityOverride':'WARNING','matchers':[],"
                        + "'threshold':{'operator':'GREATER_THAN','threshold':30,'units':'DAYS'},"
                        + "'notifications':[{'typeName':'GROUP','emailEnabled':true,'smsEnabled':false,'delayMin':15,'roles':['GROUP_OWNER']},"
                        + MAIL + "]}")
                .statusCode(201)
                .contentType(MediaTypes.V2023_01_01)
                .header("Location", containsString(configurations + "/"))
                .body("notifications.typeName", equalTo(List.of("GROUP", "EMAIL")))
                .body("notifications.delayMin", equalTo(List.of(15, 0)))
                .body("notifications.intervalMin", equalTo(List.of(60, 60)))
                .body("threshold.threshold", equalTo(30))
                .body("severityOverride", equalTo("WARNING"))
                .body("links", hasSize(2));
        String id = made.extract().path("id");
        List<String> notifiers = made.extract().path("notifications.notifierId");
        var one = configurations + "/" + id;

        put(
                        one,
                        "{" + ROTATION
                                + ",'threshold':{'operator':'GREATER_THAN','threshold':60,'units':'DAYS'},'notifications':["
                                + MAIL + "]}")
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("severityOverride", nullValue())
                .body("threshold.threshold", equalTo(60))
                .body("notifications", hasSize(1));
        put(
                        one,
                        "{" + ROTATION
                                + ",'threshold':{'operator':'GREATER_THAN','threshold':60,'units':'DAYS'},'notifications':["
                                + "{'typeName':'EMAIL','emailAddress':'new@example.com','notifierId':'"
                                + notifiers.get(1) + "'}]}")
                .statusCode(200);
        send("manager", one, "{'enabled':true}", "PATCH")
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("notifications", hasSize(1));
        as("manager").delete(one).then().statusCode(204);

        as("reader").get(one).then().statusCode(404).body("errorCode", equalTo("ALERT_CONFIG_NOT_FOUND"));
        as("manager").delete(one).then().statusCode(404);
        put(one, "{" + INVALID + ",'notifications':[" + MAIL + "]}").statusCode(404);
        try (var events = TestEvents.open(Topics.ALERTS)) {
            awaitEvents(events, id, "created", "updated", "updated", "updated", "deleted");
            var last = events.last(id);
            assertThat(last.at("/actor/name").asText()).isEqualTo("manager" + groupId);
            assertThat(last.at("/alertConfig/notifications/0/recipient").asText())
                    .isEqualTo("new@example.com");
        }
    }

    /** What Terraform does: it reads the whole, changes nothing, and sends it back. */
    @Test
    void whatIsReadAndSentBackChangesNothingAndKeepsItsSecrets() throws InterruptedException {
        var made = post("{" + INVALID + ",'enabled':true,'notifications':[{" + PAGER + "}]}")
                .statusCode(201)
                .body("notifications[0].serviceKey", equalTo(SHOWN))
                .body("notifications[0].region", equalTo("US"))
                .body("notifications[0].intervalMin", nullValue());
        String id = made.extract().path("id");
        var one = configurations + "/" + id;
        var read = as("reader").get(one).then().statusCode(200).extract().asString();

        send("manager", one, read, "PUT").statusCode(200);

        assertThat(as("reader").get(one).asString()).isEqualTo(read);
        var stored = database.one("select notifications from alert_configuration where id = ?", id);
        assertThat(stored).doesNotContain("0123456789abcdef");
        assertThat(opened(stored)).isEqualTo("0123456789abcdef0123456789abab12");
        try (var events = TestEvents.open(Topics.ALERTS)) {
            awaitEvents(events, id, "created");
            assertThat(events.last(id).toString()).doesNotContain("ab12", "*");
        }

        put(one, "{" + INVALID + ",'notifications':[{'typeName':'PAGER_DUTY','serviceKey':'another-key-of-9876'}]}")
                .body("notifications[0].serviceKey", equalTo("****************************9876"));
        put(one, "{" + INVALID + ",'notifications':[{'typeName':'PAGER_DUTY','serviceKey':'" + SHOWN + "'}]}")
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_ATTRIBUTE"))
                .body("detail", containsString("redacted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'eventTypeName':'HOST_DOWN','notifications':[MAIL] | INVALID_EVENT_TYPE_FOR_ALERT",
                "'notifications':[MAIL] | MISSING_ATTRIBUTE",
                "INVALID,'notifications':[] | MISSING_NOTIFICATIONS",
                "INVALID | MISSING_NOTIFICATIONS",
                "INVALID,'notifications':[{'typeName':'PIGEON'}] | UNSUPPORTED_NOTIFICATION_TYPE",
                "INVALID,'notifications':[{'typeName':'PAGER_DUTY'}] | MISSING_ATTRIBUTE",
                "INVALID,'notifications':[{'typeName':'EMAIL','emailAddress':'nobody'}] | INVALID_ATTRIBUTE",
                "INVALID,'notifications':[{'typeName':'WEBHOOK','webhookUrl':'ftp://x/y'}] | INVALID_ATTRIBUTE",
                "INVALID,'notifications':[{'typeName':'WEBHOOK','webhookUrl':'::'}] | INVALID_ATTRIBUTE",
                "INVALID,'notifications':[{'typeName':'DATADOG','datadogApiKey':'0123456789','datadogRegion':'MOON'}] | INVALID_ENUM_VALUE",
                "INVALID,'notifications':[{'typeName':'GROUP','emailEnabled':false}] | EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION",
                "INVALID,'notifications':[{'typeName':'GROUP','emailEnabled':true,'roles':['KING']}] | INVALID_ENUM_VALUE",
                "INVALID,'notifications':[{'typeName':'GROUP','emailEnabled':true},{'typeName':'GROUP','smsEnabled':true}] | TOO_MANY_GROUP_NOTIFICATIONS",
                "INVALID,'notifications':[{'typeName':'SMS','mobileNumber':'12345','intervalMin':4}] | NOTIFICATION_INTERVAL_OUT_OF_RANGE",
                "INVALID,'notifications':[{'typeName':'SMS','mobileNumber':'12345','delayMin':-1}] | INVALID_ATTRIBUTE",
                "INVALID,'notifications':[26*MAIL] | MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED",
                "INVALID,'notifications':[MAIL],'threshold':{'operator':'GREATER_THAN','threshold':9,'units':'DAYS'} | THRESHOLD_PRESENT",
                "ROTATION,'notifications':[MAIL] | MISSING_THRESHOLD",
                "EXPIRING,'notifications':[MAIL] | MISSING_THRESHOLD",
                "EXPIRING,'notifications':[MAIL],'threshold':{'operator':'GREATER_THAN','threshold':9,'units':'HOURS'} | INVALID_OPERATOR_FOR_EVENT_TYPE",
                "EXPIRING,'notifications':[MAIL],'threshold':{'operator':'LESS_THAN','threshold':9,'units':'DAYS'} | UNITS_MISMATCH",
                "EXPIRING,'notifications':[MAIL],'threshold':{'operator':'LESS_THAN','threshold':8785,'units':'HOURS'} | INVALID_ATTRIBUTE",
                "ROTATION,'notifications':[MAIL],'threshold':{'operator':'LESS_THAN','threshold':9,'units':'DAYS'} | INVALID_OPERATOR_FOR_EVENT_TYPE",
                "ROTATION,'notifications':[MAIL],'threshold':{'operator':'GREATER_THAN','threshold':9,'units':'HOURS'} | UNITS_MISMATCH",
                "ROTATION,'notifications':[MAIL],'threshold':{'operator':'GREATER_THAN','threshold':0,'units':'DAYS'} | INVALID_ATTRIBUTE",
                "ROTATION,'notifications':[MAIL],'threshold':{'operator':'GREATER_THAN','units':'DAYS'} | MISSING_ATTRIBUTE",
                "INVALID,'notifications':[MAIL],'severityOverride':'LOUD' | INVALID_ENUM_VALUE",
                "INVALID,'notifications':[MAIL],'matchers':[{'fieldName':'CLUSTER_NAME','operator':'EQUALS','value':'x'}] | INVALID_ATTRIBUTE",
                "STOP,'matchers':[{'fieldName':'PORT','operator':'EQUALS','value':'x'}] | INVALID_ATTRIBUTE",
                "STOP,'matchers':[{'fieldName':'COLOUR','operator':'EQUALS','value':'x'}] | INVALID_ENUM_VALUE",
                "STOP,'matchers':[{'fieldName':'CLUSTER_NAME','operator':'LIKE','value':'x'}] | INVALID_ENUM_VALUE",
                "STOP,'matchers':[{'fieldName':'CLUSTER_NAME','operator':'REGEX','value':'(a'}] | INVALID_ATTRIBUTE",
                "STOP,'matchers':[{'fieldName':'CLUSTER_NAME','operator':'EQUALS'}] | MISSING_ATTRIBUTE"
            })
    void whatMakesNoSenseIsRefusedAndKeepsNothing(String body, String code) {
        var json = "{"
                + body.replace("INVALID,", INVALID + ",")
                        .replaceFirst("^INVALID$", INVALID)
                        .replace("ROTATION,", ROTATION + ",")
                        .replace("EXPIRING,", EXPIRING + ",")
                        .replace("STOP,", STOP + ",")
                        .replace("26*MAIL", (MAIL + ",").repeat(25) + MAIL)
                        .replace("[MAIL]", "[" + MAIL + "]")
                + "}";

        post(json).statusCode(400).body("errorCode", equalTo(code));

        as("reader").get(configurations).then().body("totalCount", equalTo(8));
    }

    @Test
    void aProjectHasNotMoreThanItMay() {
        var body = "{" + INVALID + ",'notifications':[" + MAIL + "]}";
        for (int made = 8; made < MOST; made++) {
            post(body).statusCode(201);
        }

        post(body).statusCode(400).body("errorCode", equalTo("MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED"));
        as("reader")
                .queryParam("itemsPerPage", 5)
                .get(configurations)
                .then()
                .body("totalCount", equalTo(MOST))
                .body("results", hasSize(5));
    }

    @Test
    void readersChangeNothing() {
        send("reader", configurations, "{" + INVALID + ",'notifications':[" + MAIL + "]}", "POST")
                .statusCode(403)
                .body("detail", containsString("Project Alerts Manager"));
        send("manager", configurations + "/" + ObjectIds.next(), "{}", "PATCH")
                .statusCode(400)
                .body("errorCode", equalTo("MISSING_ATTRIBUTE"));
    }

    @Test
    void whatConfigurationsCanBeLimitedByIsABareList() {
        as("reader")
                .get("/api/atlas/v2/alertConfigs/matchers/fieldNames")
                .then()
                .statusCode(200)
                .body("$", hasItem("CLUSTER_NAME"))
                .body("$", hasSize(9))
                .body("[0]", equalTo("ATLAS_NODE_TYPE"));
    }

    @Rule("N4")
    @Test
    void aDeletedDefaultDoesNotComeBack() {
        String id = as("reader")
                .get(configurations)
                .then()
                .body("results[0].id", notNullValue())
                .extract()
                .path("results[0].id");
        as("manager").delete(configurations + "/" + id).then().statusCode(204);

        setup.create(groupId, "Shop");

        as("reader").get(configurations).then().body("totalCount", equalTo(7));
    }

    private String opened(String notifications) {
        try {
            JsonNode stored = new ObjectMapper().readTree(notifications);
            return sealing.open(
                    groupId, stored.at("/0/channel/serviceKey/sealed").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(notifications, e);
        }
    }

    private static void awaitEvents(TestEvents events, String id, String... news) {
        var types = Arrays.stream(news)
                .map(one -> "keyward.alert-config." + one + ".v1")
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events.typesOf(id)).isEqualTo(types));
    }

    private ValidatableResponse post(String body) {
        return send("manager", configurations, body, "POST");
    }

    private ValidatableResponse put(String path, String body) {
        return send("manager", path, body, "PUT");
    }

    private ValidatableResponse send(String who, String path, String body, String method) {
        return as(who).accept(MediaTypes.V2023_01_01)
                .contentType(MediaTypes.V2023_01_01)
                .body(body.replace('\'', '"'))
                .request(method, path)
                .then();
    }

    private RequestSpecification as(String who) {
        return people.as(groupId, who);
    }
}
