package io.keyward.config.project.closing;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.orgId;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of projects: what stands in its way, in which order, and who comes at the same time. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClosingIT {
    private static final int RACES = 20;
    private static final String GONE = "GROUP_NOT_FOUND";

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"C8", "A1"})
    void whatIsLeftIsNamedEndpointsFirstThenClustersThenSnapshots() {
        String groupId = privateProject();
        OWNER.post(clusters(groupId), cluster("orders", "NONE")).then().statusCode(201);
        OWNER.post(clusters(groupId), cluster("bills", "NONE")).then().statusCode(201);
        snapshot(groupId);
        others.onClosing(FarEnd.endpoints("us-east-1:DELETING", "eu-west-1:ACTIVE"));

        refused(groupId, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES")
                .body("detail", containsString("EU_WEST_1 (ACTIVE), US_EAST_1 (DELETING)"));
        others.reset();
        OWNER.delete(clusters(groupId) + "/bills").then().statusCode(202);
        refused(groupId, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS").body("detail", containsString("bills, orders"));
        gone(groupId);
        refused(groupId, "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP").body("detail", containsString("Delete them first"));
        OWNER.get(encryption(groupId)).then().body("awsKms.enabled", is(true));
        rows("delete from snapshot where group_id = '" + groupId + "' returning id");
        user(Set.of(OrgRole.ORG_OWNER), groupId, ProjectRole.GROUP_READ_ONLY)
                .delete(V2 + "/" + groupId)
                .then()
                .statusCode(403);

        close(groupId).then().statusCode(202).body(equalTo("{}"));
    }

    @Test
    @Rule({"C8", "A1", "N6"})
    void whatAProjectHadGoesWithItAndItsNameIsFree() {
        String groupId = projectWithKey();
        String name = OWNER.get(V2 + "/" + groupId).path("name");
        User reader = user(Set.of(), groupId, ProjectRole.GROUP_READ_ONLY);

        close(groupId).then().statusCode(202);

        OWNER.get(V2 + "/" + groupId).then().statusCode(404).body("errorCode", is(GONE));
        reader.get(V2 + "/" + groupId).then().statusCode(404).body("errorCode", is(GONE));
        close(groupId).then().statusCode(404).body("errorCode", is(GONE));
        OWNER.get(encryption(groupId)).then().statusCode(404);
        OWNER.get(V2 + "/byName/" + name).then().statusCode(404);
        OWNER.get("/api/atlas/v2/orgs/" + orgId() + "/groups?name=" + name)
                .then()
                .body("results.id", not(hasItem(groupId)));
        peer("validation-service")
                .get("/internal/v1/projects/" + groupId + "/owners")
                .then()
                .statusCode(404);
        assertThat(published("keyward.encryption", groupId)).endsWith("keyward.encryption.disabled.v1");
        assertThat(published("keyward.projects", groupId)).endsWith("keyward.project.deleted.v1");
        assertThat(rows("select o.type from outbox o join credential c on c.id = o.key where c.public_name = '"
                        + reader.publicKey() + "' order by position"))
                .endsWith("keyward.credential.updated.v1");
        assertThat(rows("select credential_id from credential_project_role where group_id = '" + groupId + "'"))
                .isEmpty();
        assertThat(rows("select type from activity_entry where group_id = '" + groupId + "'"))
                .contains("API_KEY_REMOVED_FROM_GROUP", "GROUP_DELETED");
        OWNER.post(V2, "{'name':'%s','orgId':'%s'}".formatted(name, orgId()))
                .then()
                .statusCode(201)
                .body("id", not(is(groupId)));
    }

    @Test
    @Rule("C8")
    void withoutAnAnswerAboutEndpointsNothingHappens() {
        String groupId = privateProject();
        others.onClosing(question -> "");

        close(groupId).then().statusCode(503);

        OWNER.get(encryption(groupId)).then().statusCode(200).body("awsKms.enabled", is(true));
    }

    @Test
    @Rule({"C8", "E1"})
    void anEndpointThatIsAdmittedMeanwhileIsSeenByTheNextClosing() {
        String groupId = privateProject();
        AtomicInteger closings = new AtomicInteger();
        others.onClosing(question -> {
            if (closings.getAndIncrement() > 0) {
                return FarEnd.endpoints("us-east-1:INITIATING").to(question);
            }
            admit(groupId).then().statusCode(200);
            return FarEnd.endpoints("us-east-1:INITIATING").to(question).replaceAll("\\[.*]", "[]");
        });

        refused(groupId, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES");
        assertThat(closings).hasValue(2);

        others.reset();
        close(groupId).then().statusCode(202);
        admit(groupId).then().statusCode(404).body("errorCode", is(GONE));
    }

    @Test
    @Rule({"C8", "K2"})
    void aClusterComesFirstOrFindsNoProject() throws Exception {
        for (int round = 0; round < RACES; round++) {
            String groupId = project();
            List<Response> answers =
                    together(() -> OWNER.post(clusters(groupId), cluster("late", "NONE")), () -> close(groupId));

            exclude(answers.getFirst(), 201, answers.getLast(), "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS");
        }
    }

    @Test
    @Rule({"C8", "E1"})
    void anAdmissionComesFirstOrFindsNoProject() throws Exception {
        for (int round = 0; round < RACES; round++) {
            String groupId = privateProject();
            AtomicInteger admitted = new AtomicInteger();
            others.onClosing(question -> admitted.get() == 0
                    ? "{\"endpoints\":[]}"
                    : FarEnd.endpoints("us-east-1:INITIATING").to(question));
            List<Response> answers = together(
                    () -> {
                        Response answer = admit(groupId);
                        admitted.set(answer.statusCode() == 200 ? 1 : 0);
                        return answer;
                    },
                    () -> close(groupId));

            if (answers.getFirst().statusCode() != 200) {
                answers.getFirst().then().statusCode(404).body("errorCode", is(GONE));
                answers.getLast().then().statusCode(202);
            }
        }
    }

    private static void exclude(Response made, int success, Response closed, String code) {
        if (made.statusCode() == success) {
            closed.then().statusCode(409).body("errorCode", is(code));
        } else {
            made.then().statusCode(404).body("errorCode", is(GONE));
            closed.then().statusCode(202);
        }
    }

    private static List<Response> together(Supplier<Response> one, Supplier<Response> other) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> first = threads.submit(one::get);
            Future<Response> second = threads.submit(other::get);
            return List.of(first.get(), second.get());
        }
    }

    private static String privateProject() {
        String groupId = projectWithKey();
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        return groupId;
    }

    private static Response admit(String groupId) {
        return peer("endpoint-service")
                .body("{\"provider\":\"AWS\",\"region\":\"us-east-1\"}")
                .post("/internal/v1/projects/" + groupId + "/endpoint-admissions");
    }

    private static Response close(String groupId) {
        return OWNER.delete(V2 + "/" + groupId);
    }

    private static ValidatableResponse refused(String groupId, String code) {
        return close(groupId)
                .then()
                .statusCode(409)
                .body("errorCode", is(code))
                .body("detail", allOf(containsString("cannot be closed"), not(containsString(KEY))));
    }

    private static void gone(String groupId) {
        rows("update cluster set phase = 'DELETED' where group_id = '" + groupId + "' returning id");
    }

    private static void snapshot(String groupId) {
        rows(
                "insert into snapshot (id, group_id, cluster_id, cluster_name, kind, members, cloud_provider, mongod_version, status,"
                        + " requested_at, finished_at, retained, request_revision, revision, version) values ('"
                        + groupId + "', '"
                        + groupId + "', '" + groupId
                        + "', 'bills', 'REPLICA_SET', '[]', 'AWS', '8.0', 'COMPLETED', now(), now(), true,"
                        + " 1, 1, 0) returning id");
    }

    private static List<String> published(String topic, String groupId) {
        return rows(
                "select type from outbox where topic = '" + topic + "' and key = '" + groupId + "' order by position");
    }
}
