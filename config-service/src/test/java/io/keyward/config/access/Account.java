package io.keyward.config.access;

import static io.restassured.RestAssured.given;

import io.keyward.config.Tenants.User;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A service account and one of its secrets, as a client knows them. */
public record Account(String clientId, String secret) {

    /** A new one of an organisation, made by its owner. */
    public static Account create(User owner, String orgId, String role) {
        Response made =
                owner.post(path(orgId), "{'name':'robot','roles':['" + role + "'],'secretExpiresAfterHours':8}");
        made.then().statusCode(201);
        return new Account(made.path("clientId"), made.path("secrets[0].secret"));
    }

    public static String path(String orgId) {
        return "/api/keyward/v1/orgs/" + orgId + "/serviceAccounts";
    }

    /** What the token endpoint answers, as the official clients ask it. */
    public Response token() {
        return form("grant_type", "client_credentials").post("/api/oauth/token");
    }

    /** A token. */
    public String bearer() {
        return token().then().statusCode(200).extract().path("access_token");
    }

    public Response revoke(String token) {
        return form("token", token).formParam("token_type_hint", "access_token").post("/api/oauth/revoke");
    }

    private RequestSpecification form(String name, String value) {
        return given().auth()
                .preemptive()
                .basic(clientId, secret)
                .contentType(ContentType.URLENC)
                .accept(ContentType.JSON)
                .formParam(name, value);
    }

    /** A request with a token. */
    public static RequestSpecification with(String token) {
        return given().auth()
                .preemptive()
                .oauth2(token)
                .accept("application/vnd.atlas.2025-03-12+json")
                .contentType(ContentType.JSON);
    }
}
