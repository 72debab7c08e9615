package io.keyward.atlas.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The events of the test application may be asked for three times a minute, everything else as often as by default. */
@QuarkusTest
class RateLimitIT {
    private static final String PROJECT = "64b00000000000000000000";

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        String path = "/api/atlas/v2/groups/" + PROJECT + "1/events";
        for (int remaining = 2; remaining >= 0; remaining--) {
            get(path, "someone")
                    .statusCode(200)
                    .header("RateLimit-Limit", "3")
                    .header("RateLimit-Remaining", Integer.toString(remaining));
        }

        get(path, "someone else of the same project")
                .statusCode(429)
                .header("X-Error-Code", "RATE_LIMITED_TOKEN_BUCKET")
                .header("Retry-After", "60")
                .header("RateLimit-Limit", "3")
                .header("RateLimit-Remaining", "0")
                .header("Content-Type", "application/json")
                .body("reason", equalTo("Too Many Requests"))
                .body("parameters", contains(path, 60, 3, 1, 60));
        get("/api/atlas/v2/groups/" + PROJECT + "2/events", "someone").statusCode(200);
    }

    @Test
    void outsideOfProjectsEveryCallerHasABucket() {
        get("/api/atlas/v2/things", "one").statusCode(200).header("RateLimit-Remaining", "1999");
        get("/api/atlas/v2/things", "one").statusCode(200).header("RateLimit-Remaining", "1998");
        get("/api/atlas/v2/things", "two").statusCode(200).header("RateLimit-Remaining", "1999");
    }

    @Test
    void requestsAreCountedBeforeTheirVersionAndWhateverBecomesOfThem() {
        given().header("Caller", "hasty")
                .accept("text/html")
                .get("/api/atlas/v2/things/x")
                .then()
                .statusCode(406)
                .header("RateLimit-Remaining", "1999");
    }

    @Test
    void whoeverIsNobodyIsNotLimited() {
        given().get("/api/atlas/v2/things").then().statusCode(200).header("RateLimit-Limit", nullValue());
    }

    private static ValidatableResponse get(String path, String caller) {
        return given().header("Caller", caller).get(path).then();
    }
}
