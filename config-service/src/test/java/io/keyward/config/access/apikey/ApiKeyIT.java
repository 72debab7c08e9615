package io.keyward.config.access.apikey;

import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.keyward.access.OrgRole;
import io.keyward.access.principal.Ha1;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.config.Tenants.User;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ApiKeyIT {
    private User owner;
    private String orgId;
    private String keys;

    @BeforeEach
    void anOrganizationOfItsOwn() {
        owner = stranger();
        orgId = owner.orgId();
        keys = "/api/keyward/v1/orgs/" + orgId + "/apiKeys";
    }

    @Test
    @Rule({"A6", "P4"})
    void aKeyIsShownOnceWorksAndEndsEverywhere() throws Exception {
        Response made = owner.post(keys, "{'desc':'ci','roles':['ORG_MEMBER']}");
        made.then()
                .statusCode(201)
                .body("desc", is("ci"))
                .body("roles", hasSize(1))
                .body("roles[0].orgId", is(orgId))
                .body("roles[0].roleName", is("ORG_MEMBER"));
        String id = made.path("id");
        User key = new User(made.path("publicKey"), made.path("privateKey"));
        key.get("/api/atlas/v2").then().statusCode(200).body("apiKey.publicKey", is(key.publicKey()));

        owner.get(keys + "/" + id).then().statusCode(200).body("privateKey", startsWith("********-"));
        owner.patch(keys + "/" + id, "{'desc':'build','roles':['ORG_GROUP_CREATOR','ORG_MEMBER']}")
                .then()
                .statusCode(200)
                .body("desc", is("build"))
                .body("privateKey", startsWith("********-"))
                .body("roles.roleName", containsInAnyOrder("ORG_GROUP_CREATOR", "ORG_MEMBER"));
        key.post(V2, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId))
                .then()
                .statusCode(201);
        owner.patch(keys + "/" + id, "{'desc':'build'}").then().statusCode(200);

        owner.delete(keys + "/" + id).then().statusCode(204);
        key.get("/api/atlas/v2").then().statusCode(401);
        owner.get(keys + "/" + id).then().statusCode(404).body("errorCode", is("API_KEY_NOT_FOUND"));
        owner.delete(keys + "/" + id).then().statusCode(404);
        owner.get(keys).then().statusCode(200).body("totalCount", is(1)).body("results.id", not(hasItem(id)));

        String ha1 = Ha1.of(key.publicKey(), key.privateKey());
        try (EventReader events = EventReader.open(Tenants.kafka(), Topics.ACCESS)) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events.eventsOf(id))
                    .extracting(event -> JsonPath.from(event.payload()).getString("type"))
                    .containsExactly(
                            "keyward.credential.created.v1",
                            "keyward.credential.updated.v1",
                            "keyward.credential.deleted.v1"));
            assertThat(events.eventsOf(id)).allSatisfy(event -> assertThat(event.payload())
                    .doesNotContain(key.privateKey(), ha1)
                    .contains(key.publicKey()));
        }
    }

    @Test
    @Rule("A6")
    void aProjectTakesKeysOfItsOrganizationIn() {
        String groupId = owner.post(V2, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String inProject = "/api/keyward/v1/groups/" + groupId + "/apiKeys";
        Response made = owner.post(keys, "{'desc':'reader','roles':['ORG_MEMBER']}");
        String id = made.path("id");
        User key = new User(made.path("publicKey"), made.path("privateKey"));
        key.get(V2 + "/" + groupId).then().statusCode(404);

        owner.put(inProject + "/" + id, "{'roles':['GROUP_READ_ONLY']}")
                .then()
                .statusCode(200)
                .body("roles.roleName", containsInAnyOrder("ORG_MEMBER", "GROUP_READ_ONLY"));
        key.get(V2 + "/" + groupId).then().statusCode(200);
        key.put(inProject + "/" + id, "{'roles':['GROUP_OWNER']}").then().statusCode(403);
        owner.get(inProject).then().body("totalCount", is(2)).body("results.id", hasItem(id));

        owner.put(inProject + "/" + id, "{'roles':[]}")
                .then()
                .statusCode(400)
                .body("errorCode", is("MISSING_ATTRIBUTE"));
        owner.put(inProject + "/" + id, "{'roles':['GROUP_KING']}")
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_ENUM_VALUE"));
        owner.put(inProject + "/" + "0".repeat(24), "{'roles':['GROUP_OWNER']}")
                .then()
                .statusCode(404);
        owner.put(inProject + "/%00", "{'roles':['GROUP_OWNER']}").then().statusCode(404);

        owner.delete(inProject + "/" + id).then().statusCode(204);
        key.get(V2 + "/" + groupId).then().statusCode(404).body("errorCode", is("GROUP_NOT_FOUND"));
        owner.delete(inProject + "/" + id).then().statusCode(404).body("errorCode", is("API_KEY_NOT_FOUND"));
    }

    @Test
    @Rule({"A6", "A5"})
    void onlyTheirOwnersManageKeysAndOnlyTheirOwn() {
        User member = Tenants.user(orgId, Set.of(OrgRole.ORG_MEMBER), "");
        User other = stranger();

        member.get(keys).then().statusCode(403).body("errorCode", is("ACCESS_FORBIDDEN"));
        member.post(keys, "{'desc':'x','roles':['ORG_OWNER']}").then().statusCode(403);
        other.get(keys).then().statusCode(404).body("errorCode", is("ORG_NOT_FOUND"));
        String own = owner.get(keys).then().extract().path("results[0].id");
        other.delete("/api/keyward/v1/orgs/" + other.orgId() + "/apiKeys/" + own)
                .then()
                .statusCode(404);

        owner.post(keys, "{'roles':['ORG_OWNER']}").then().statusCode(400).body("errorCode", is("MISSING_ATTRIBUTE"));
        owner.post(keys, "{'desc':'x'}").then().statusCode(400).body("errorCode", is("MISSING_ATTRIBUTE"));
        owner.post(keys, "{'desc':'x','roles':['GROUP_OWNER']}").then().statusCode(400);
        owner.get(keys + "?itemsPerPage=1&pageNum=2")
                .then()
                .body("totalCount", is(2))
                .body("results", hasSize(1))
                .body("results.privateKey", everyItem(startsWith("****")));
    }
}
