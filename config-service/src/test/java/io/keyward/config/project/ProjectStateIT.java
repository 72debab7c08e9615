package io.keyward.config.project;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.orgId;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.setState;
import static io.keyward.config.Tenants.stranger;
import static io.keyward.config.Tenants.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Suspending projects, and who is told what happens to them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ProjectStateIT {

    @Test
    @Rule("A2")
    void anOrganizationOwnerSuspendsAProjectAndEverybodyIsTold() {
        String groupId = project();

        setState(groupId, "INACTIVE").then().statusCode(200).body("state", is("INACTIVE"));
        setState(groupId, "INACTIVE").then().statusCode(200);

        assertThat(events(groupId)).hasSize(2);
        JsonPath event = JsonPath.from(events(groupId).getLast());
        assertThat(event.getString("type")).isEqualTo("keyward.project.state-changed.v1");
        assertThat(event.getString("state")).isEqualTo("INACTIVE");
        setState(groupId, "ACTIVE").then().statusCode(200).body("state", is("ACTIVE"));
        assertThat(events(groupId)).hasSize(3);
    }

    @Test
    @Rule({"A1", "A2"})
    void onlyOwnersOfTheOrganizationDoAndOnlyToWhatThereIs() {
        String groupId = project();

        put(user(Set.of(OrgRole.ORG_OWNER), ""), groupId, "ACTIVE").then().statusCode(200);
        put(user(Set.of(), groupId, ProjectRole.GROUP_OWNER), groupId, "INACTIVE")
                .then()
                .statusCode(403)
                .body("errorCode", is("ACCESS_FORBIDDEN"))
                .body("parameters", contains("ORG_OWNER"));
        put(stranger(), groupId, "INACTIVE").then().statusCode(404);
        setState(ObjectIds.next(), "INACTIVE").then().statusCode(404);
        setState(groupId, "SLEEPY").then().statusCode(400).body("errorCode", is("INVALID_ENUM_VALUE"));
    }

    @Test
    @Rule("N3")
    void withoutANamedOwnerThoseOfTheOrganizationAreTold() {
        String groupId = project();

        owners(groupId)
                .then()
                .statusCode(200)
                .body("groupId", is(groupId))
                .body("orgId", is(orgId()))
                .body("orgName", is("Tests"))
                .body("owners.email", hasItem("owner@keyward.example"))
                .body("owners.name", hasItem("Test Owner"));
        owners(ObjectIds.next()).then().statusCode(404).body("errorCode", is("GROUP_NOT_FOUND"));
    }

    @Test
    @Rule("N3")
    void aNamedOwnerIsToldInstead() {
        String memberId = ObjectIds.next();
        rows(
                "insert into member (id, org_id, name, email) values ('%s', '%s', 'Ada', '%s@keyward.example') returning id"
                        .formatted(memberId, orgId(), memberId));

        String groupId = create("?projectOwnerId=" + memberId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        owners(groupId)
                .then()
                .body("owners.id", contains(memberId))
                .body("owners.email", contains(memberId + "@keyward.example"));
        create("?projectOwnerId=" + ObjectIds.next())
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_QUERY_PARAMETER"));
    }

    private static Response create(String query) {
        return OWNER.post(V2 + query, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId()));
    }

    private static Response owners(String groupId) {
        return peer("validation-service").get("/internal/v1/projects/" + groupId + "/owners");
    }

    private static Response put(User user, String groupId, String state) {
        return user.call("2024-11-13")
                .body("{\"state\":\"" + state + "\"}")
                .put("/api/keyward/v1/groups/" + groupId + "/state");
    }

    private static List<String> events(String groupId) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.projects' and key = '" + groupId
                + "' order by position");
    }
}
