package io.keyward.atlas;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.testkit.Rule;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, envelope, indentation, pages and common headers over real HTTP. */
@QuarkusTest
class DialectIT {
    private static final String THINGS = "/api/atlas/v2/things";

    @Rule("A5")
    @ParameterizedTest
    @CsvSource({
        "application/vnd.atlas.2023-02-01+json, 2023-02-01, old",
        "application/vnd.atlas.2024-08-04+json, 2023-02-01, old",
        "application/vnd.atlas.2025-03-12+json, 2024-08-05, current",
        "application/json, 2023-02-01, old",
        "*/*, 2023-02-01, old"
    })
    void theVersionThatServedIsInTheContentType(String accept, String version, String shape) {
        request()
                .accept(accept)
                .get(THINGS + "/x")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.atlas." + version + "+json;charset=utf-8")
                .body("shape", equalTo(shape));
    }

    @Rule("A5")
    @ParameterizedTest
    @CsvSource({"GET, 2024-10-23, 2024-08-05", "POST, 2024-10-23, 2024-10-23", "POST, 2024-08-06, 2024-08-05"})
    void eachMethodHasItsOwnVersions(String method, String asked, String served) {
        String path = method.equals("GET") ? THINGS + "/x" : THINGS;
        RequestSpecification request = request().accept("application/vnd.atlas." + asked + "+json");
        (method.equals("GET")
                        ? request
                        : request.contentType("application/vnd.atlas." + asked + "+json")
                                .body("{}"))
                .request(method, path)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.atlas." + served + "+json;charset=utf-8");
    }

    @Rule("A5")
    @Test
    void aVersionThatHasASuccessorSaysSoOnErrorsToo() {
        String since = "Mon, 5 Aug 2024 00:00:00 GMT";
        String until = "Thu, 1 Jul 2027 00:00:00 GMT";
        request()
                .accept(MediaTypes.V2023_02_01)
                .get(THINGS + "/x")
                .then()
                .header("Deprecation", since)
                .header("Sunset", until);
        request()
                .accept(MediaTypes.V2023_02_01)
                .get(THINGS + "/x?envelope=maybe")
                .then()
                .statusCode(400)
                .header("Deprecation", since)
                .header("Sunset", until);
        request()
                .accept(MediaTypes.V2024_08_05)
                .contentType("application/json")
                .body("{\"count\":\"many\"}")
                .post(THINGS)
                .then()
                .statusCode(400)
                .header("Deprecation", "Wed, 23 Oct 2024 00:00:00 GMT")
                .header("Sunset", "Mon, 1 Mar 2027 00:00:00 GMT");
        request()
                .accept(MediaTypes.V2024_08_05)
                .get(THINGS + "/x")
                .then()
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue());
    }

    @Rule("A5")
    @Test
    void anAnswerWithoutABodyNamesItsVersionAllTheSame() {
        request()
                .accept("application/vnd.atlas.2025-03-12+json")
                .delete(THINGS + "/x?envelope=true&pretty=true")
                .then()
                .statusCode(204)
                .header("X-Content-Type", "application/vnd.atlas.2023-02-01+json;charset=utf-8")
                .header("Content-Type", nullValue());
        request()
                .delete("/api/keyward/v1/plain")
                .then()
                .statusCode(204)
                .header("X-Content-Type", "application/json;charset=utf-8");
    }

    @Rule("A5")
    @Test
    void timesAreAnsweredInWholeSeconds() {
        request()
                .contentType("application/json")
                .body("{\"at\":\"2026-01-31T13:00:59.987654321+01:00\"}")
                .post(THINGS)
                .then()
                .body("at", equalTo("2026-01-31T12:00:59Z"));
    }

    @Rule("A5")
    @Test
    void aVersionThatIsGoneIs410() {
        request()
                .accept(MediaTypes.V2023_01_01)
                .get(THINGS + "/x")
                .then()
                .statusCode(410)
                .header("X-Error-Code", "VERSION_GONE")
                .header("Content-Type", "application/json")
                .body("parameters", contains("2023-01-01", "api/atlas/v2/things/x"));
    }

    @Rule("A5")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.atlas.2020-01-01+json",
                "application/vnd.atlas.2024-08-05+csv",
                "text/html",
                ";;;",
                "application/vnd.atlas.preview+json"
            })
    void aVersionThatNeverWasIs406(String accept) {
        request()
                .header("Accept", accept)
                .get(THINGS + "/x")
                .then()
                .statusCode(406)
                .body("errorCode", equalTo("INVALID_VERSION_DATE"))
                .body("reason", equalTo("Not Acceptable"))
                .body("parameters", hasSize(0));
    }

    @Test
    void withoutVersionsAnyAcceptGetsPlainJson() {
        request()
                .accept("application/vnd.atlas.2023-01-01+json")
                .get("/api/keyward/v1/plain")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json;charset=utf-8");
    }

    @Rule("A5")
    @Test
    void aTrailingSlashDoesNotMatter() {
        request()
                .get(THINGS + "/")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.atlas.2023-01-01+json;charset=utf-8");
    }

    @Rule("A5")
    @Test
    void theEnvelopeHoldsOneEntityAsItsContent() {
        request()
                .get(THINGS + "/x?envelope=true")
                .then()
                .statusCode(200)
                .body("status", equalTo(200))
                .body("content.id", equalTo("x"));
    }

    @Rule("A5")
    @Test
    void theEnvelopeOfAListIsAFieldMore() {
        request()
                .get(THINGS + "?envelope=true&itemsPerPage=2")
                .then()
                .body("status", equalTo(200))
                .body("results", contains(0, 1))
                .body("totalCount", equalTo(250));
    }

    @Rule("A5")
    @Test
    void prettyIndentsAnswersAndErrorsAlike() {
        request()
                .get(THINGS + "/x?pretty=true")
                .then()
                .body(containsString("{\n  \""))
                .body("id", equalTo("x"));
        request().get(THINGS + "/x?pretty=true&envelope=true").then().body(containsString("\n    \"id\" : \"x\""));
        request().get(THINGS + "/x").then().body(not(containsString("\n")));
        request().get("/nowhere?pretty=true").then().statusCode(404).body(containsString("\n  \"error\" : 404"));
    }

    @Rule("A5")
    @Test
    void pagesLinkToTheirNeighbours() {
        request()
                .get(THINGS + "?pageNum=2&itemsPerPage=100&colour=red")
                .then()
                .body("results", hasSize(100))
                .body("results[0]", equalTo(100))
                .body("links.rel", contains("self", "previous", "next"))
                .body("links[2].href", containsString("pageNum=3"))
                .body("links[2].href", containsString("colour=red"))
                .body("links[2].href", containsString("http://"));
        request()
                .get(THINGS + "?includeCount=false")
                .then()
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("totalCount")));
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndLinksBack() {
        request()
                .get(THINGS + "?pageNum=2147483647&itemsPerPage=500")
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("totalCount", equalTo(250))
                .body("links.rel", contains("self", "previous"));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : new String[] {THINGS, "/nowhere"}) {
            request()
                    .get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Strict-Transport-Security", containsString("max-age=31536000"))
                    .header("Referrer-Policy", "strict-origin-when-cross-origin")
                    .header("X-Permitted-Cross-Domain-Policies", "none");
        }
    }

    @Test
    void anActionWithoutABodyNeedsNoContentType() {
        request().post("/api/keyward/v1/plain").then().statusCode(200);
        request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post("/api/keyward/v1/plain")
                .then()
                .statusCode(200);
    }

    @Test
    void aLargeBodyWithinTheLimitIsReadOnTheEventLoop() {
        // Given
        String body = "{\"filler\":\"" + "x".repeat(200_000) + "\"}";

        // When
        String thread = request()
                .contentType("application/json")
                .body(body)
                .patch(THINGS + "/x/context")
                .then()
                .statusCode(200)
                .extract()
                .path("thread");

        // Then
        assertThat(thread).contains("eventloop");
    }

    @Test
    void aFormIsReadAsTheTextThatItIsOnTheEventLoop() {
        request()
                .contentType("application/x-www-form-urlencoded")
                .body("a=" + "x".repeat(200_000))
                .post("/api/keyward/v1/plain/form")
                .then()
                .statusCode(200)
                .body("length", equalTo(200_002))
                .body("thread", containsString("eventloop"));
    }

    private static RequestSpecification request() {
        return given().config(RestAssured.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }
}
