package io.keyward.config.access.accesslist;

import static io.keyward.config.Tenants.stranger;
import static org.hamcrest.Matchers.contains;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class AccessListIT {
    private static final String STATUS = "/api/atlas/v2";
    private User owner;
    private String org;
    private String ownList;

    @BeforeEach
    void anOrganizationOfItsOwn() {
        owner = stranger();
        org = "/api/keyward/v1/orgs/" + owner.orgId();
        ownList =
                org + "/apiKeys/" + owner.get(org + "/apiKeys").then().extract().path("results[0].id") + "/accessList";
    }

    @Test
    @Rule("A8")
    void aKeyIsGoodFromItsAddressesAlone() {
        Response made = owner.post(org + "/apiKeys", "{'desc':'x','roles':['ORG_MEMBER']}");
        User key = new User(made.path("publicKey"), made.path("privateKey"));
        String list = org + "/apiKeys/" + made.path("id") + "/accessList";

        owner.post(list, "[{'cidrBlock':'10.1.2.3/8'},{'ipAddress':'192.0.2.1'}]")
                .then()
                .statusCode(201)
                .body("results.cidrBlock", contains("10.0.0.0/8", "192.0.2.1/32"))
                .body("results[1].ipAddress", is("192.0.2.1"));
        key.get(STATUS).then().statusCode(403).body("errorCode", is("IP_ADDRESS_NOT_ON_WHITELIST"));
        owner.post(list, "[{'ipAddress':'127.0.0.1'}]").then().statusCode(201);
        key.get(STATUS).then().statusCode(200);

        owner.call("2024-11-13")
                .urlEncodingEnabled(false)
                .delete(list + "/10.0.0.0%2F8")
                .then()
                .statusCode(204);
        owner.delete(list + "/192.0.2.1").then().statusCode(204);
        owner.delete(list + "/192.0.2.1").then().statusCode(404).body("errorCode", is("ACCESS_LIST_ENTRY_NOT_FOUND"));
        owner.get(list).then().statusCode(200).body("totalCount", is(1));
        owner.delete(list + "/nowhere")
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_IP_ADDRESS_OR_CIDR_NOTATION"));
        String tooMany = IntStream.rangeClosed(0, 200)
                .mapToObj("{'ipAddress':'10.0.0.%d'}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        owner.post(list, tooMany).then().statusCode(400).body("errorCode", is("ACCESS_LIST_FULL"));
        owner.post(list, "[]").then().statusCode(400);
        owner.post(list, "{}").then().statusCode(400);
    }

    @Test
    @Rule("A8")
    void anOrganizationMayInsistAndNobodyLocksThemselvesOut() {
        Account account = Account.create(owner, owner.orgId(), "ORG_MEMBER");
        String token = account.bearer();
        Account.with(token).get(STATUS).then().statusCode(200);

        owner.patch(org, "{'apiAccessListRequired':true}")
                .then()
                .statusCode(409)
                .body("errorCode", is("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST"));
        owner.post(ownList, "[{'cidrBlock':'10.0.0.0/8'}]").then().statusCode(409);
        owner.post(ownList, "[{'ipAddress':'127.0.0.1'},{'ipAddress':'::1'}]")
                .then()
                .statusCode(201);
        owner.patch(org, "{'apiAccessListRequired':true}")
                .then()
                .statusCode(200)
                .body("apiAccessListRequired", is(true));

        Account.with(token).get(STATUS).then().statusCode(403).body("errorCode", is("ORG_REQUIRES_WHITELIST"));
        account.token().then().statusCode(200);
        owner.post(
                        Account.path(owner.orgId()) + "/" + account.clientId() + "/accessList",
                        "[{'ipAddress':'127.0.0.1'}]")
                .then()
                .statusCode(201)
                .body("results", hasSize(1));
        Account.with(token).get(STATUS).then().statusCode(200);

        owner.delete(ownList + "/127.0.0.1").then().statusCode(409);
        owner.patch(org, "{'apiAccessListRequired':false,'name':'Renamed %s'}".formatted(owner.publicKey()))
                .then()
                .statusCode(200)
                .body("name", is("Renamed " + owner.publicKey()));
        owner.patch(org, "{'name':'Tests'}").then().statusCode(409).body("errorCode", is("ORG_ALREADY_EXISTS"));
        owner.patch(org, "{'name':'a/b'}").then().statusCode(400);
    }
}
