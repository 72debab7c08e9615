package io.keyward.config.organization;

import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.stranger;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the official clients ask before they come to clusters. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class AtlasOrganizationIT {
    private static final String ORGS = "/api/atlas/v2/orgs";
    private User owner;
    private String orgId;

    @BeforeEach
    void anOrganizationOfItsOwn() {
        owner = stranger();
        orgId = owner.orgId();
    }

    @Test
    @Rule({"A1", "A5"})
    void aCallerSeesItsOwnOrganizationAlone() {
        owner.get(ORGS)
                .then()
                .statusCode(200)
                .body("results.id", contains(orgId))
                .body("totalCount", is(1));
        owner.get(ORGS + "?pageNum=2").then().body("results", hasSize(0)).body("totalCount", is(1));
        owner.get(ORGS + "/" + orgId)
                .then()
                .statusCode(200)
                .body("id", is(orgId))
                .body("isDeleted", is(false))
                .body("links[0].href", endsWith(ORGS + "/" + orgId));
        owner.get("/api/keyward/v1/orgs/" + orgId).then().statusCode(200).body("apiAccessListRequired", is(false));
        owner.get(ORGS + "/" + Tenants.orgId()).then().statusCode(404).body("errorCode", is("ORG_NOT_FOUND"));
        owner.get(ORGS + "/" + ObjectIds.next()).then().statusCode(404);
        owner.get(ORGS + "/nonsense").then().statusCode(404);
        owner.get("/api/keyward/v1/orgs").then().statusCode(403);
        owner.post("/api/keyward/v1/orgs", "{}").then().statusCode(403);
        owner.get("/api/keyward/v1/signingKeys").then().statusCode(403);
    }

    @Test
    @Rule({"A1", "A5"})
    void projectsAreFoundByTheirOrganizationAndByTheirName() {
        String name = "p-" + UUID.randomUUID();
        String groupId = owner.post(V2, "{'name':'%s','orgId':'%s'}".formatted(name, orgId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        User other = Tenants.user(orgId, Set.of(OrgRole.ORG_OWNER), "");
        User member = Tenants.user(orgId, Set.of(OrgRole.ORG_MEMBER), "");
        User reader = Tenants.user(orgId, Set.of(OrgRole.ORG_MEMBER), groupId, ProjectRole.GROUP_READ_ONLY);

        owner.get(V2 + "/byName/" + name).then().statusCode(200).body("id", is(groupId));
        reader.get(V2 + "/byName/" + name).then().statusCode(200).body("id", is(groupId));
        for (User nobody : new User[] {other, member, stranger()}) {
            nobody.get(V2 + "/byName/" + name).then().statusCode(404).body("errorCode", is("GROUP_NAME_NOT_FOUND"));
        }
        owner.get(V2 + "/byName/%00").then().statusCode(404);

        String groups = ORGS + "/" + orgId + "/groups";
        owner.get(groups)
                .then()
                .statusCode(200)
                .body("results.id", contains(groupId))
                .body("totalCount", is(1));
        owner.get(groups + "?name=" + name.substring(0, 6).toUpperCase(Locale.ROOT))
                .then()
                .body("totalCount", is(1));
        owner.get(groups + "?name=other").then().statusCode(200).body("totalCount", is(0));
        other.get(groups).then().body("results.id", contains(groupId));
        reader.get(groups).then().body("results.id", contains(groupId));
        member.get(groups).then().statusCode(200).body("results", hasSize(0));
        stranger().get(groups).then().statusCode(404);

        owner.get(V2 + "/" + groupId + "/flexClusters")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2024-11-13+json")
                .body("results", hasSize(0))
                .body("totalCount", is(0));
        owner.get("/api/atlas/v2")
                .then()
                .statusCode(200)
                .body("appName", is("Keyward"))
                .body("build", notNullValue());
    }
}
