package io.keyward.config.organization.member;

import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.keyward.access.OrgRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class MemberIT {
    private User owner;
    private String orgId;
    private String members;

    @BeforeEach
    void anOrganizationOfItsOwn() {
        owner = stranger();
        orgId = owner.orgId();
        members = "/api/keyward/v1/orgs/" + orgId + "/members";
    }

    @Test
    @Rule({"A6", "N3", "N6"})
    void aMembersWholeLifeAndWhomToWriteTo() {
        String ada = create("ada@keyward.example", "ORG_OWNER");
        String ben = create("ben@keyward.example", "ORG_MEMBER");
        String groupId = owner.post(V2, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        toldAbout(groupId, "ada@keyward.example");

        owner.patch(
                        members + "/" + ben,
                        "{'projectRoles':[{'groupId':'%s','roles':['GROUP_OWNER']}]}".formatted(groupId))
                .then()
                .statusCode(200)
                .body("projectRoles[0].groupId", is(groupId))
                .body("projectRoles[0].roles", contains("GROUP_OWNER"))
                .body("orgRoles", contains("ORG_MEMBER"));
        toldAbout(groupId, "ben@keyward.example");
        owner.patch(members + "/" + ben, "{'email':'benno@keyward.example'}")
                .then()
                .statusCode(200);
        toldAbout(groupId, "benno@keyward.example");
        owner.get(members + "/" + ben).then().statusCode(200).body("email", is("benno@keyward.example"));
        owner.get(members + "?itemsPerPage=1")
                .then()
                .body("results", hasSize(1))
                .body("totalCount", is(2));

        owner.delete(members + "/" + ben).then().statusCode(204);
        owner.get(members + "/" + ben).then().statusCode(404).body("errorCode", is("MEMBER_NOT_FOUND"));
        toldAbout(groupId, "ada@keyward.example");
        assertThat(rows("select type from activity_entry where group_id = '" + groupId + "' order by at, id"))
                .containsExactly("GROUP_CREATED", "JOINED_GROUP", "REMOVED_FROM_GROUP");
        assertThat(rows("select type from activity_entry where group_id is null and org_id = '" + orgId
                        + "' and detail like '%" + ben + "%' order by at, id"))
                .containsExactly("JOINED_ORG", "ORG_MEMBER_UPDATED", "ORG_MEMBER_UPDATED", "REMOVED_FROM_ORG");
        owner.delete(members + "/" + ada).then().statusCode(409).body("errorCode", is("CANNOT_REMOVE_LAST_OWNER"));
    }

    @Test
    @Rule("A6")
    void refusesWhatCannotBe() {
        create("ada@keyward.example", "ORG_OWNER");
        owner.post(members, "{'name':'A','email':'ada@keyward.example','orgRoles':['ORG_MEMBER']}")
                .then()
                .statusCode(409)
                .body("errorCode", is("MEMBER_ALREADY_EXISTS"));
        owner.post(
                        members,
                        "{'name':'A','email':'b@keyward.example','orgRoles':['ORG_MEMBER'],'projectRoles':[{'groupId':'%s','roles':['GROUP_OWNER']}]}"
                                .formatted(Tenants.project()))
                .then()
                .statusCode(404)
                .body("errorCode", is("GROUP_NOT_FOUND"));
        owner.post(members, "{'name':'A','email':'nobody','orgRoles':['ORG_MEMBER']}")
                .then()
                .statusCode(400);
        owner.get(members + "/%00").then().statusCode(404);
        Tenants.user(orgId, Set.of(OrgRole.ORG_MEMBER), "").get(members).then().statusCode(403);
        stranger().get(members).then().statusCode(404).body("errorCode", is("ORG_NOT_FOUND"));
    }

    private String create(String email, String role) {
        return owner.post(members, "{'name':'N','email':'%s','orgRoles':['%s']}".formatted(email, role))
                .then()
                .statusCode(201)
                .body("projectRoles", hasSize(0))
                .extract()
                .path("id");
    }

    private static void toldAbout(String groupId, String... emails) {
        peer("validation-service")
                .get("/internal/v1/projects/" + groupId + "/owners")
                .then()
                .statusCode(200)
                .body("owners.email", contains(emails));
    }
}
