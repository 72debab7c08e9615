package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.authorize;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static io.keyward.config.encryption.ProjectUnderKey.otherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.config.FarEnd;
import io.keyward.config.FarEnd.Asked;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another key while clusters are under the present one: who moves, what stays, and what stands in the way. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class KeyChangeIT {
    private static final String THIRD_KEY = KEY.replace("12345678", "11111111");
    private static final String SINGLE_KEY = KEY.replace("mrk-", "");
    private static final String OFF = "{'awsKms':{'enabled':false}}";

    FarEnd others;

    @Inject
    RegionKeys regionKeys;

    @Inject
    ProjectStore projects;

    private ProjectUnderKey project;

    @BeforeEach
    void aKeyInUse() {
        others.reset();
        project = ProjectUnderKey.create();
    }

    @Test
    @Rule({"C5", "C9", "C10", "C16"})
    void everyClusterMovesAndTheFormerKeyStaysUntilTheLastHasLeftIt() {
        String former = project.currentKey();

        project.change(OTHER_KEY);

        String current = project.currentKey();
        assertThat(project.keyUses("key")).containsExactly(OTHER_KEY, KEY);
        assertThat(project.keyUses("former")).containsExactly("false", "true");
        assertThat(project.keyUses("keyId")).containsExactly(current, former).doesNotHaveDuplicates();
        assertThat(project.keyIdsOf("orders")).containsExactly(current, former);

        project.change(THIRD_KEY);
        assertThat(project.keyUses("key")).containsExactly(THIRD_KEY, OTHER_KEY, KEY);
        project.change(KEY);
        assertThat(project.currentKey()).isEqualTo(former);
        assertThat(project.keyUses("former")).containsExactly("false", "true", "true");
        assertThat(project.keyIdsOf("orders")).startsWith(former).hasSize(3).contains(current);

        moved("orders", former);
        assertThat(project.keyUses("key")).containsExactly(KEY);
        assertThat(rows("select name from project_key where group_id = '" + project.groupId() + "'"))
                .containsExactly(KEY);
    }

    @Test
    @Rule("C10")
    void aSecondPatchOfTheSameKeyTellsNobody() {
        project.change(OTHER_KEY);
        int told = project.events().size();
        List<String> keyIds = project.keyIdsOf("orders");

        project.change(OTHER_KEY);

        assertThat(project.events()).hasSize(told);
        assertThat(project.keyIdsOf("orders")).isEqualTo(keyIds);
    }

    @Test
    @Rule({"C8", "C9"})
    void aKeyThatIsNotValidLetsNoClusterGo() {
        project.revoked(KEY);

        for (String body : List.of(otherKey(OTHER_KEY), OFF)) {
            project.refused(body, 400, "ENCRYPTION_AT_REST_SETTINGS_INVALID")
                    .body(
                            "detail",
                            allOf(containsString("orders"), containsString(KEY), containsString("valid again")));
        }
        project.patch("{'awsKms':{'roleId':'" + role(project.groupId()) + "'}}")
                .then()
                .statusCode(200);
        assertThat(project.keyUses("key")).containsExactly(KEY);

        project.takeDown("orders");
        project.change(OTHER_KEY);
        assertThat(project.keyUses("key")).containsExactly(OTHER_KEY, KEY);
        project.patch(OFF).then().statusCode(200);
        assertThat(project.keyUses("key")).containsExactly(KEY);
        assertThat(project.events().getLast()).contains("keyward.encryption.disabled.v1");
        moved("orders", "");
        assertThat(project.keyUses("key")).isEmpty();
    }

    @Test
    @Rule({"C8", "C10", "C17", "S3"})
    void snapshotsKeepTheirKeyAfterCustomerKeysWereDisabled() {
        String snapshot = project.backUp();
        String former = project.currentKey();
        project.takeDown("orders");
        OWNER.patch(encryption(project.groupId()) + "?dryRun=true", OFF)
                .then()
                .body("accepted", is(true))
                .body("snapshots.id", contains(snapshot))
                .body("snapshots.key", contains(KEY));

        project.patch(OFF).then().statusCode(200);
        moved("orders", "");

        assertThat(project.keyUses("key")).containsExactly(KEY);
        assertThat(project.keyUses("former")).containsExactly("true");
        OWNER.get("/api/keyward/v1/groups/" + project.groupId() + "/keys/" + former + "/usage")
                .then()
                .statusCode(200)
                .body("deletable", is(false))
                .body("heldBy.snapshots.id", contains(snapshot));
        rows("delete from snapshot where id = '" + snapshot + "' returning id");
        moved("orders", "");
        assertThat(project.keyUses("key")).isEmpty();
    }

    @Test
    @Rule({"R4", "R7"})
    void aNewRoleHasToOpenTheFormerKeyToo() {
        project.change(OTHER_KEY);
        String newRole = role(project.groupId());
        String withNewRole = "{'awsKms':{'roleId':'" + newRole + "'}}";
        others.onKey(KeyChangeIT::allButTheFormerKey);

        project.refused(withNewRole, 400, "NO_PERMISSION_TO_ENCRYPT_DECRYPT")
                .body("detail", allOf(containsString(KEY), containsString("still needed")));
        authorize(project.groupId(), project.read().path("awsKms.roleId"), "arn:aws:iam::111122223333:role/another")
                .then()
                .statusCode(400)
                .body("errorCode", is("NO_PERMISSION_TO_ENCRYPT_DECRYPT"))
                .body("detail", containsString(KEY));

        project.revoked(KEY);
        project.patch(withNewRole).then().statusCode(200);
        assertThat(rows("select distinct settings::json->>'roleId' from project_key where group_id = '"
                        + project.groupId() + "'"))
                .containsExactly(newRole);
    }

    @Test
    @Rule({"C10", "C18"})
    void behindPrivateNetworkingTheNewKeyIsProvedInEveryRegionWithAnEndpoint() {
        project.closeToTheInternet();
        others.onClosing(FarEnd.endpoints("us-east-1:ACTIVE", "eu-west-1:ACTIVE"));

        project.refused(otherKey(SINGLE_KEY), 400, "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION")
                .body("detail", containsString("EU_WEST_1"));
        others.onKey(question -> region(question).equals("eu-west-1")
                ? FarEnd.refusing("INCONCLUSIVE", "UNREACHABLE").to(question)
                : FarEnd.valid(question));
        project.refused(otherKey(OTHER_KEY), 400, "KMS_NETWORK_ACCESS_DENIED");
        others.onKey(FarEnd::valid);
        int asked = others.asked("key-checks").size();

        project.change(OTHER_KEY);

        assertThat(others.asked("key-checks").subList(asked, asked + 2))
                .extracting(Asked::question)
                .allMatch(question -> question.path("privateNetworking").asBoolean())
                .extracting(KeyChangeIT::region)
                .containsExactly("us-east-1", "eu-west-1");
    }

    /** As if the driver had told that all of the cluster is under that key alone. */
    private void moved(String cluster, String keyIds) {
        rows("update cluster set key_ids = '" + keyIds + "' where name = '" + cluster + "' and group_id = '"
                + project.groupId() + "' returning id");
        run(() -> Panache.withTransaction(() -> projects.lock(project.groupId())
                .chain(() -> regionKeys.release(project.groupId(), Actor.system("test")))));
    }

    private static String allButTheFormerKey(JsonNode question) {
        return question.path("key").asText().equals(KEY)
                ? FarEnd.refusing("REVOKED", "ACCESS_REVOKED").to(question)
                : FarEnd.valid(question);
    }

    private static String region(JsonNode question) {
        return question.path("region").asText();
    }
}
