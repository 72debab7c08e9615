package io.keyward.config.access.token;

import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.stranger;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.config.Tenants.User;
import io.keyward.config.access.Account;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Service accounts and their tokens, as clients and the other services see them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class TokenIT {
    private static final String TOKEN = "/api/oauth/token";
    private User owner;
    private String orgId;
    private String accounts;

    @BeforeEach
    void anOrganizationOfItsOwn() {
        owner = stranger();
        orgId = owner.orgId();
        accounts = Account.path(orgId);
    }

    @Test
    @Rule({"A6", "P4"})
    void anAccountsWholeLife() {
        Account account = Account.create(owner, orgId, "ORG_GROUP_CREATOR");
        String path = accounts + "/" + account.clientId();
        owner.get(path)
                .then()
                .statusCode(200)
                .body("name", is("robot"))
                .body("secrets[0]", not(hasKey("secret")))
                .body("secrets[0].maskedSecretValue", startsWith("mdb_sa_sk_****"));
        account.token()
                .then()
                .statusCode(200)
                .body("token_type", is("Bearer"))
                .body("expires_in", is(3600))
                .header("Cache-Control", is("no-store"));
        String token = account.bearer();
        String groupId = Account.with(token)
                .body("{\"name\":\"p-%s\",\"orgId\":\"%s\"}".formatted(UUID.randomUUID(), orgId))
                .post(V2)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Account.with(token).get(V2 + "/" + groupId).then().statusCode(200);
        owner.get("/api/keyward/v1/groups/" + groupId + "/serviceAccounts")
                .then()
                .body("results[0].clientId", is(account.clientId()))
                .body("results[0].roles", hasItem("GROUP_OWNER"));
        owner.patch(path, "{'name':'renamed','roles':['ORG_MEMBER']}")
                .then()
                .statusCode(200)
                .body("name", is("renamed"));
        owner.patch(path, "{'secretExpiresAfterHours':8}")
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_ATTRIBUTE"));
        owner.delete("/api/keyward/v1/groups/" + groupId + "/serviceAccounts/" + account.clientId())
                .then()
                .statusCode(204);
        Account.with(token).get(V2 + "/" + groupId).then().statusCode(404);

        owner.delete(path).then().statusCode(204);
        Account.with(token).get(V2).then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
        account.token().then().statusCode(401);
        owner.get(path).then().statusCode(404).body("errorCode", is("SERVICE_ACCOUNT_NOT_FOUND"));
        assertThat(rows("select public_name from credential where public_name = '" + account.clientId() + "'"))
                .hasSize(1);
    }

    @Test
    @Rule({"A6", "A7"})
    void aSecretIsReplacedWithoutAGapAndTakesItsTokensWithIt() {
        Account old = Account.create(owner, orgId, "ORG_MEMBER");
        String secrets = accounts + "/" + old.clientId() + "/secrets";
        String oldId =
                owner.get(accounts + "/" + old.clientId()).then().extract().path("secrets[0].id");
        Response added = owner.post(secrets, "{'secretExpiresAfterHours':24}");
        added.then().statusCode(201).body("secret", startsWith("mdb_sa_sk_"));
        Account fresh = new Account(old.clientId(), added.path("secret"));
        owner.post(secrets, "{'secretExpiresAfterHours':24}")
                .then()
                .statusCode(409)
                .body("errorCode", is("SERVICE_ACCOUNT_SECRETS_LIMIT"));
        String oldToken = old.bearer();
        String freshToken = fresh.bearer();

        owner.delete(secrets + "/" + oldId).then().statusCode(204);

        old.token().then().statusCode(401);
        Account.with(oldToken).get(V2).then().statusCode(401);
        Account.with(freshToken).get(V2).then().statusCode(200);
        owner.delete(secrets + "/" + oldId)
                .then()
                .statusCode(404)
                .body("errorCode", is("SERVICE_ACCOUNT_SECRET_NOT_FOUND"));
        rows("update service_account_secret set expires_at = now() where id = '" + added.path("id") + "' returning id");
        fresh.token().then().statusCode(401);
        Account.with(freshToken).get(V2).then().statusCode(200);
    }

    @Test
    @Rule("A7")
    void aTokenIsTakenBackByItsOwnAccountAlone() throws Exception {
        Account account = Account.create(owner, orgId, "ORG_MEMBER");
        Account other = Account.create(owner, orgId, "ORG_MEMBER");
        String token = account.bearer();
        String kept = account.bearer();
        String tokenId = JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
                .getString("jti");
        whoIs(tokenId, account)
                .then()
                .statusCode(200)
                .body("name", is(account.clientId()))
                .body("orgId", is(orgId));

        other.revoke(token).then().statusCode(200);
        Account.with(token).get(V2).then().statusCode(200);
        account.revoke("no token at all").then().statusCode(200);
        new Account(account.clientId(), "wrong").revoke(token).then().statusCode(401);

        account.revoke(token).then().statusCode(200);
        account.revoke(token).then().statusCode(200);
        Account.with(token).get(V2).then().statusCode(401);
        Account.with(kept).get(V2).then().statusCode(200);
        whoIs(tokenId, account).then().statusCode(404);
        try (EventReader events = EventReader.open(Tenants.kafka(), Topics.ACCESS)) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events.eventsOf(tokenId))
                    .singleElement()
                    .satisfies(event -> assertThat(event.payload())
                            .contains("keyward.token.revoked.v1", account.clientId())
                            .doesNotContain(token)));
        }
    }

    @Test
    @Rule("A5")
    void refusesInTheWordsOfOAuth() {
        Account account = Account.create(owner, orgId, "ORG_MEMBER");
        given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", account.clientId())
                .formParam("client_secret", account.secret())
                .post(TOKEN)
                .then()
                .statusCode(200)
                .body("access_token", notNullValue());

        refused(account, "grant_type=password", 400, "unsupported_grant_type");
        refused(account, "scope=x", 400, "invalid_request");
        refused(account, "", 400, "invalid_request");
        refused(account, "grant_type=client_credentials&grant_type=client_credentials", 400, "invalid_request");
        refused(account, "grant_type=client_credentials&client_secret=" + account.secret(), 400, "invalid_request");
        refused(account, "grant_type=%zz", 400, "invalid_request");
        refused(account, "=&&%", 400, "invalid_request");
        refused(account, "grant_type=client_credentials%00", 400, "unsupported_grant_type");
        String grant = "grant_type=client_credentials";
        refused(new Account(account.clientId(), "mdb_sa_sk_wrong"), grant, 401, "invalid_client");
        refused(new Account("mdb_sa_id_" + "f".repeat(24), account.secret()), grant, 401, "invalid_client");
        refused(new Account("\u0000", account.secret()), grant, 401, "invalid_client");
        given().contentType(ContentType.URLENC)
                .body(grant)
                .post(TOKEN)
                .then()
                .statusCode(401)
                .body("error", is("invalid_client"))
                .header("WWW-Authenticate", startsWith("Basic "));
        given().contentType(ContentType.JSON).body("{}").post(TOKEN).then().statusCode(415);
    }

    @Test
    @Rule("A5")
    void aFormThatTurnsOutTooLargeIsRefused() throws Exception {
        byte[] large = "grant_type=client_credentials&".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + TOKEN))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(chunked, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("REQUEST_TOO_LARGE");
        }
    }

    private static void refused(Account account, String form, int status, String error) {
        given().auth()
                .preemptive()
                .basic(account.clientId(), account.secret())
                .contentType(ContentType.URLENC)
                .body(form)
                .post(TOKEN)
                .then()
                .statusCode(status)
                .header("Cache-Control", is("no-store"))
                .body("error", is(error))
                .body("error_description", notNullValue())
                .body("$", not(hasKey("errorCode")));
    }

    private static Response whoIs(String tokenId, Account account) {
        return peer("endpoint-service").get("/internal/v1/tokens/" + tokenId + "?clientId=" + account.clientId());
    }
}
