package io.keyward.config.founding;

import static io.keyward.config.Tenants.rows;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.config.access.Account;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators do. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class FoundingIT {
    private static final String ORGS = "/api/keyward/v1/orgs";
    FarEnd farEnd;

    @Test
    @Rule("A6")
    void operatorsMakeOrganizationsAndAreNotInThem() {
        String name = "org-" + UUID.randomUUID();
        Response made = operator()
                .body(("{'name':'%s','owner':{'name':'Ada','email':'ada@keyward.example'},'apiKey':{'desc':'first'}}")
                        .formatted(name)
                        .replace('\'', '"'))
                .post(ORGS);
        made.then()
                .statusCode(201)
                .body("organization.name", is(name))
                .body("owner.orgRoles", contains("ORG_OWNER"))
                .body("apiKey.desc", is("first"));
        User owner = new User(made.path("apiKey.publicKey"), made.path("apiKey.privateKey"));
        String orgId = made.path("organization.id");

        owner.get("/api/atlas/v2/orgs").then().statusCode(200).body("results.id", contains(orgId));
        owner.get(ORGS + "/" + orgId + "/members").then().statusCode(200).body("results.name", contains("Ada"));
        operator().get(ORGS).then().statusCode(200).body("results.id", hasItem(orgId));
        operator().get("/api/atlas/v2/orgs").then().statusCode(200).body("results.id", hasItem(orgId));
        operator().get(ORGS + "/" + orgId).then().statusCode(200).body("name", is(name));
        operator().get(ORGS + "/" + orgId + "/apiKeys").then().statusCode(403);
        operator().get("/api/atlas/v2/groups").then().statusCode(200).body("results", hasSize(0));

        operator()
                .body("{\"name\":\"%s\",\"owner\":{\"name\":\"A\",\"email\":\"a@keyward.example\"}}".formatted(name))
                .post(ORGS)
                .then()
                .statusCode(409)
                .body("errorCode", is("ORG_ALREADY_EXISTS"));
        operator()
                .body("{\"name\":\"x\"}")
                .post(ORGS)
                .then()
                .statusCode(400)
                .body("errorCode", is("MISSING_ATTRIBUTE"));
    }

    @Test
    @Rule("A6")
    void operatorsRotateSigningKeysByHand() {
        operator().get("/api/keyward/v1/signingKeys").then().statusCode(200).body("results.state", hasItem("CURRENT"));
        Response rotated = operator().post("/api/keyward/v1/signingKeys");
        rotated.then().statusCode(201).body("results.state", hasItem("NEXT"));
        rows("delete from signing_key where signs_from > now() returning id");
        operator().get("/api/keyward/v1/signingKeys").then().body("results.state", hasItem("CURRENT"));
    }

    private RequestSpecification operator() {
        return Account.with(farEnd.operatorToken());
    }
}
