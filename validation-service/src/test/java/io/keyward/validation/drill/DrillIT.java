package io.keyward.validation.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill as an owner asks for it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class DrillIT {
    @Inject
    TestPeople people;

    @Inject
    SetupFixture projects;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String group = "/api/keyward/v1/groups/" + groupId;
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void aProjectWithTwoClusters() {
        people.add(groupId, "owner", ProjectRole.GROUP_OWNER);
        people.add(groupId, "reader", ProjectRole.GROUP_READ_ONLY);
        projects.create(groupId, "Orders");
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), arn));
        people.as(groupId, "owner").post(group + "/keyChecks").then().statusCode(200);
        clusters.running(groupId, ObjectIds.next(), "one");
        clusters.running(groupId, ObjectIds.next(), "two");
    }

    @Rule("V12")
    @Test
    void showsWhatWouldStopAndWhoWouldBeToldAndTouchesNothing() {
        var before = traces();
        long calls = TestCloud.lastCall(arn);

        drill("{\"cloudProvider\":\"AWS\",\"reason\":\"KEY_DISABLED\"}")
                .statusCode(200)
                .body("drill", equalTo(true))
                .body("explanation", containsString("nothing was written"))
                .body("heldBy", empty())
                .body("keys.key", contains(arn))
                .body("keys[0].checksNeeded", equalTo(2))
                .body("keys[0].confirmationSeconds", equalTo(1))
                .body("keys[0].condemnedWithinSeconds", greaterThanOrEqualTo(2))
                .body("keys[0].explanation", containsString("disabled in AWS KMS"))
                .body("clusters.name", contains("one", "two"))
                .body("clusters.outcome", contains("STOPS", "STOPS"))
                .body("notices.eventTypeName", hasItem("AWS_ENCRYPTION_KEY_INVALID"))
                .body("notices[0].recipients", hasItem("GROUP_OWNER"))
                .body("notices[0].subject", containsString("2 clusters stopped"))
                .body("notices[0].text", containsString("one"))
                .body("notices[0].text", containsString(arn))
                .body("recovery.checksNeeded", equalTo(1))
                .body("recovery.clusters.outcome", contains("RESUMES", "RESUMES"))
                .body("recovery.notices[0].text", containsString("runs again"));

        assertThat(traces()).isEqualTo(before);
        assertThat(TestCloud.lastCall(arn)).isEqualTo(calls);
    }

    @Rule({"V12", "N5", "P4"})
    @Test
    void showsEachChannelsOwnWordsWithoutItsSecrets() {
        people.add(groupId, "manager", ProjectRole.GROUP_ALERTS_MANAGER);
        people.as(groupId, "manager")
                .contentType("application/json")
                .body("""
                        {"eventTypeName":"AWS_ENCRYPTION_KEY_INVALID","enabled":true,"notifications":[
                         {"typeName":"PAGER_DUTY","serviceKey":"0123456789abcdef0123456789abab12"},
                         {"typeName":"SLACK","apiToken":"xoxb-0123456789","channelName":"#keys"}]}""")
                .post("/api/atlas/v2/groups/" + groupId + "/alertConfigs")
                .then()
                .statusCode(201);

        drill("{\"cloudProvider\":\"AWS\",\"reason\":\"KEY_DISABLED\"}")
                .statusCode(200)
                .body(textOf("notices", "PAGER_DUTY"), containsString("\"event_action\":\"trigger\""))
                .body(textOf("notices", "SLACK"), containsString("\"channel\":\"#keys\",\"text\":"))
                .body(textOf("recovery.notices", "PAGER_DUTY"), containsString("\"event_action\":\"resolve\""))
                .body(not(containsString("abab12")))
                .body(not(containsString("xoxb-")));
    }

    private static String textOf(String notices, String channel) {
        return notices + ".find { it.channel == '" + channel + "' }.text";
    }

    @Rule({"V12", "C19"})
    @Test
    void showsWhatObserveModeWouldSpare() {
        people.as(groupId, "owner")
                .contentType("application/json")
                .body("{\"mode\":\"OBSERVE\"}")
                .put(group + "/enforcement")
                .then()
                .statusCode(200);

        drill("{\"cloudProvider\":\"AWS\",\"regionName\":\"US_EAST_1\",\"reason\":\"ACCESS_REVOKED\"}")
                .statusCode(200)
                .body("heldBy", contains("OBSERVE_MODE"))
                .body("keys[0].checksNeeded", equalTo(3))
                .body("keys[0].confirmationSeconds", equalTo(60))
                .body("clusters.outcome", contains("SPARED", "SPARED"))
                .body("recovery.clusters.outcome", contains("RUNS_ON", "RUNS_ON"));
    }

    @Rule("V12")
    @Test
    void needsAnOwnerAndAKeyThatThereIs() {
        people.as(groupId, "reader")
                .contentType("application/json")
                .body("{\"cloudProvider\":\"AWS\",\"reason\":\"KEY_DISABLED\"}")
                .post(group + "/drills")
                .then()
                .statusCode(403);
        drill("{\"cloudProvider\":\"AWS\",\"regionName\":\"EU_WEST_1\",\"reason\":\"KEY_DISABLED\"}")
                .statusCode(400)
                .body("errorCode", equalTo("ENCRYPTION_AT_REST_NOT_ENABLED"));
        drill("{\"cloudProvider\":\"AWS\",\"regionName\":\"atlantis\",\"reason\":\"KEY_DISABLED\"}")
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_REGION"));
        drill("{\"cloudProvider\":\"AWS\",\"reason\":\"BORED\"}").statusCode(400);
        drill("{}").statusCode(400).body("badRequestDetail.fields.field", hasItems("cloudProvider", "reason"));
    }

    private ValidatableResponse drill(String body) {
        return people.as(groupId, "owner")
                .contentType("application/json")
                .body(body)
                .post(group + "/drills")
                .then();
    }

    /** Everything that is kept of the project, by table. */
    private Map<String, List<String>> traces() {
        var traces = new TreeMap<String, List<String>>();
        for (var table : List.of("key_use", "cluster", "key_check", "alert", "alert_configuration", "hint_received")) {
            traces.put(
                    table,
                    database.query("select md5(t::text) from " + table + " t where group_id = ? order by 1", groupId));
        }
        traces.put(
                "outbox",
                database.query(
                        "select event_id::text from outbox where payload::text like ? order by 1",
                        "%" + groupId + "%"));
        return traces;
    }
}
