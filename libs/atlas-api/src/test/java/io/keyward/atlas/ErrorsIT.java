package io.keyward.atlas;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong with a request, over real HTTP: always an error body of the same shape, and nothing of our insides. */
@QuarkusTest
class ErrorsIT {
    private static final String THINGS = "/api/atlas/v2/things";

    @TestHTTPResource
    URI server;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", "INVALID_JSON", null),
                Arguments.of("null", "INVALID_JSON", null),
                Arguments.of("[]", "INVALID_JSON", null),
                Arguments.of("\"secret\"", "INVALID_JSON", null),
                Arguments.of("{", "MALFORMED_JSON", null),
                Arguments.of("{\"name\":}", "MALFORMED_JSON", null),
                Arguments.of("{\"name\": secret}", "MALFORMED_JSON", null),
                Arguments.of("{} secret", "MALFORMED_JSON", null),
                Arguments.of("{\"parts\":[{\"secret\":\"a\",}]}", "MALFORMED_JSON", null),
                Arguments.of("{\"secretive\":1}", "INVALID_ATTRIBUTE", "secretive"),
                Arguments.of("{\"parts\":[{},{\"other\":1}]}", "INVALID_ATTRIBUTE", "parts[1].other"),
                Arguments.of("{\"name\":\"a\",\"name\":\"b\"}", "INVALID_ATTRIBUTE", "name"),
                Arguments.of("{\"parts\":[{\"size\":1,\"size\":2}]}", "INVALID_ATTRIBUTE", "parts[0].size"),
                Arguments.of("{\"count\":\"hunter2\"}", "INVALID_JSON_ATTRIBUTE", "count"),
                Arguments.of("{\"count\":\"12\"}", "INVALID_JSON_ATTRIBUTE", "count"),
                Arguments.of("{\"count\":1.5}", "INVALID_JSON_ATTRIBUTE", "count"),
                Arguments.of("{\"count\":4294967296}", "INVALID_JSON_ATTRIBUTE", "count"),
                Arguments.of(
                        "{\"parts\":[{},{\"size\":-9223372036854775809}]}", "INVALID_JSON_ATTRIBUTE", "parts[1].size"),
                Arguments.of("{\"parts\":[{},null]}", "INVALID_JSON_ATTRIBUTE", "parts[1]"),
                Arguments.of("{\"count\":{}}", "INVALID_JSON_ATTRIBUTE", "count"),
                Arguments.of("{\"enabled\":\"true\"}", "INVALID_JSON_ATTRIBUTE", "enabled"),
                Arguments.of("{\"enabled\":1}", "INVALID_JSON_ATTRIBUTE", "enabled"),
                Arguments.of("{\"name\":5}", "INVALID_JSON_ATTRIBUTE", "name"),
                Arguments.of("{\"name\":[\"hunter2\"]}", "INVALID_JSON_ATTRIBUTE", "name"),
                Arguments.of("{\"at\":\"hunter2\"}", "INVALID_DATE_FORMAT", "at"),
                Arguments.of("{\"at\":\"2026-01-31\"}", "INVALID_DATE_FORMAT", "at"),
                Arguments.of("{\"at\":\"\"}", "INVALID_DATE_FORMAT", "at"),
                Arguments.of("{\"at\":1786330416}", "INVALID_DATE_FORMAT", "at"),
                Arguments.of("{\"at\":1e999999999}", "INVALID_JSON_ATTRIBUTE", "at"),
                Arguments.of("{\"at\":{}}", "INVALID_DATE_FORMAT", "at"),
                Arguments.of("{\"size\":1e999999999}", "INVALID_JSON_ATTRIBUTE", "size"),
                Arguments.of("{\"size\":1" + "0".repeat(400) + "}", "INVALID_JSON_ATTRIBUTE", "size"),
                Arguments.of("{\"size\":1" + "0".repeat(2000) + "}", "MALFORMED_JSON", null),
                Arguments.of("{\"count\":-1e-999999999}", "INVALID_JSON_ATTRIBUTE", "count"),
                Arguments.of("{\"anything\":[{},{\"a\":-1e400}]}", "INVALID_JSON_ATTRIBUTE", "anything[1].a"),
                Arguments.of("{\"anything\":NaN}", "MALFORMED_JSON", null),
                Arguments.of("{\"anything\":\"a\\u0000\"}", "INVALID_JSON_ATTRIBUTE", "anything"),
                Arguments.of("{\"parts\":[],\"name\":\"\\ud800\"}", "INVALID_JSON_ATTRIBUTE", "name"),
                Arguments.of("{\"anything\":{\"a\\udc00\":1}}", "INVALID_ATTRIBUTE", "anything"),
                Arguments.of("{\"\\u0000\":1}", "INVALID_ATTRIBUTE", ""),
                Arguments.of("{\"anything\":{\"x\":1,\"x\":2}}", "INVALID_ATTRIBUTE", "anything.x"),
                Arguments.of("{\"anything\":{\"a/b\":[{\"1\":1e400}]}}", "INVALID_JSON_ATTRIBUTE", "anything.a/b[0].1"),
                Arguments.of("{\"" + "x".repeat(40_000) + "\":1}", "INVALID_ATTRIBUTE", "x".repeat(200) + "…"),
                Arguments.of("{\"anything\":" + "[".repeat(64) + "]".repeat(64) + "}", "MALFORMED_JSON", null),
                Arguments.of("   ", "INVALID_JSON", null),
                Arguments.of("\uFEFF", "INVALID_JSON", null),
                Arguments.of("\uFEFF\uFEFF{}", "MALFORMED_JSON", null),
                Arguments.of("{\"parts\":\"hunter2\"}", "INVALID_JSON_ATTRIBUTE", "parts"),
                Arguments.of("{\"parts\":[\"hunter2\"]}", "INVALID_JSON_ATTRIBUTE", "parts[0]"),
                Arguments.of("{\"parts\":[{\"size\":-1}]}", "INVALID_JSON_ATTRIBUTE", "parts[0]"),
                Arguments.of("{\"colour\":\"hunter2\"}", "INVALID_ENUM_VALUE", "colour"),
                Arguments.of("{\"colour\":0}", "INVALID_ENUM_VALUE", "colour"),
                Arguments.of("[".repeat(5_000), "MALFORMED_JSON", null),
                Arguments.of("{\"name\":\"hunter2hunter2\"}", "VALIDATION_ERROR", null));
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIs400() {
        Response response = request()
                .contentType("application/json")
                .body("{\"a\":".repeat(5_000))
                .patch(THINGS + "/x/context");

        assertThat(response.statusCode()).isEqualTo(400);
        isAnError(response.asString(), 400, "MALFORMED_JSON");
        assertThat(response.asString()).contains("nested too deeply");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void anUnusableBodyIs400NamingThePlaceAndNotTheValue(String body, String code, String path) {
        Response response = request().contentType("application/json").body(body).post(THINGS);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        isAnError(response.asString(), 400, code);
        if (path != null) {
            response.then().body("parameters[0]", equalTo(path));
            assertThat(response.jsonPath().getString("detail")).contains(path);
        }
    }

    static Stream<Arguments> goodBodies() {
        return Stream.of(
                Arguments.of("\uFEFF{\"name\":\"a\"}".getBytes(UTF_8)),
                Arguments.of("{\"name\":\"\\ud83d\\udd11\"}".getBytes(UTF_8)),
                Arguments.of("{\"valid\":{\"whatever\":[1]}}".getBytes(UTF_8)),
                Arguments.of("{\"size\":1e308,\"anything\":123456789012345678901234567890}".getBytes(UTF_8)),
                Arguments.of(("{\"anything\":" + "[".repeat(63) + "]".repeat(63) + "}").getBytes(UTF_8)),
                Arguments.of("{\"at\":\"2026-01-31T12:00:00.5+01:00\"}".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("goodBodies")
    void oddButUsableBodiesAreRead(byte[] body) {
        request().contentType("application/json").body(body).post(THINGS).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void aBodyInAnotherEncodingIsMalformed(String charset) {
        byte[] body = "{\"name\":\"ärger\"}".getBytes(Charset.forName(charset));

        Response response = request().contentType("application/json").body(body).post(THINGS);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        isAnError(response.asString(), 400, "MALFORMED_JSON");
    }

    @Test
    void validationNamesEveryFieldAsTheClientWroteIt() {
        request()
                .contentType("application/json")
                .body("{\"name\":\"hunter2hunter2\",\"parts\":[{\"secret\":\"abc\"},{\"secret\":\"hunter2\"}]}")
                .post(THINGS)
                .then()
                .statusCode(400)
                .body("badRequestDetail.fields.field", hasItems("name", "parts[1].secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/atlas/v2/nothing, 404, RESOURCE_NOT_FOUND",
        "GET, /nothing, 404, RESOURCE_NOT_FOUND",
        "PUT, /api/atlas/v2/things, 405, METHOD_NOT_ALLOWED",
        "GET, /api/atlas/v2/things?pageNum=0, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things?pageNum=abc, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things?itemsPerPage=501, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things?itemsPerPage=99999999999, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things?includeCount=maybe, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things?includeCount=, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things/x?envelope=maybe, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things/x?envelope, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things/x?envelope=true&envelope=1, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things/x?pretty=yes, 400, INVALID_QUERY_PARAMETER",
        "DELETE, /api/atlas/v2/things/x?pretty=yes, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things/x/numbers/abc, 400, INVALID_PATH_PARAMETER",
        "GET, /api/atlas/v2/things/x/numbers/1?plus=abc, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/things/x/failures/any, 500, UNEXPECTED_ERROR",
        "GET, /api/atlas/v2/things/x/failures/elsewhere, 500, UNEXPECTED_ERROR",
        "GET, /api/atlas/v2/things/x/failures/nul, 400, BAD_REQUEST",
        "GET, /api/atlas/v2/things/x/failures/database, 503, SERVICE_UNAVAILABLE",
        "GET, /api/atlas/v2/things/x/failures/overtaken, 409, CONCURRENT_MODIFICATION",
        "GET, /api/atlas/v2/things/x/failures/refusal, 503, KMS_UNAVAILABLE"
    })
    void whateverGoesWrongIsAnErrorBody(String method, String path, int status, String code) {
        Response response = request().request(method, path);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.header("X-Error-Code")).isEqualTo(code);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.header("Retry-After") != null).isEqualTo(status == 503);
        isAnError(response.asString(), status, code);
    }

    @Test
    void aBadPageNumberIsNamed() {
        request().get(THINGS + "?itemsPerPage=5&pageNum=abc").then().body("parameters", contains("pageNum"));
    }

    @Test
    void aMethodThatIsNotAllowedIsToldWhichAre() {
        request().delete(THINGS).then().statusCode(405).header("Allow", "GET, POST");
    }

    @Test
    void theBodyIsCompactAndItsKeysAreInOrder() {
        assertThat(request().get("/nothing").asString())
                .isEqualTo(
                        "{\"detail\":\"Nothing was found at /nothing.\",\"error\":404,\"errorCode\":\"RESOURCE_NOT_FOUND\","
                                + "\"parameters\":[\"/nothing\"],\"reason\":\"Not Found\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/xml",
        "application/vnd.atlas.2024-08-05+csv",
        "nonsense"
    })
    void aBodyOfAnotherTypeIs415SayingWhatToSend(String type) throws Exception {
        String answer = RawHttp.exchange(
                server,
                "POST " + THINGS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415").contains("application/json", "UNSUPPORTED_MEDIA_TYPE", type);
    }

    @Test
    void aBodyThatAnnouncesTooMuchIs413BeforeItIsSent() throws Exception {
        String answer = RawHttp.exchange(
                server,
                "POST " + THINGS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1048576\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("\r\nX-Error-Code: REQUEST_TOO_LARGE\r\n", "262144", "X-Frame-Options: DENY");
        isAnError(answer.substring(answer.indexOf("\r\n\r\n") + 4), 413, "REQUEST_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({"4097, 1, 414, URI_TOO_LONG", "60000, 1, 414, URI_TOO_LONG", "10, 16385, 431, REQUEST_HEADERS_TOO_LARGE"
    })
    void aHeadThatIsTooLargeIsRefusedAsEverythingElse(int line, int header, int status, String code) throws Exception {
        String answer = RawHttp.exchange(
                server,
                "GET /" + "x".repeat(line) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nWordy: " + "x".repeat(header)
                        + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Frame-Options: DENY", "X-Error-Code: " + code);
        isAnError(answer.substring(answer.indexOf("\r\n\r\n") + 4), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=%00%ED%A0%80",
                "x=%7By%7D&y=%7C",
                "pageNum=1%00",
                "pretty=%ff",
                "itemsPerPage=%F0%9F%94%91",
                "&&&=&=x&"
            })
    void noQueryIsTooOddToBeAnswered(String query) throws Exception {
        String answer = RawHttp.exchange(
                server, "GET " + THINGS + "?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (?:200|400) .*").contains("X-Frame-Options: DENY", "application/");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/atlas/v2/things, application/json, 300000",
        "/api/atlas/v2/things, application/json, 1048576",
        "/api/atlas/v2/things, application/json, 5000000",
        "/api/keyward/v1/plain/form, application/x-www-form-urlencoded, 300000",
        "/api/keyward/v1/plain/form, application/x-www-form-urlencoded, 5000000"
    })
    void aChunkedBodyThatTurnsOutTooLargeIs413(String path, String type, int size) throws Exception {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int sent = 0; sent < size; sent += 4096) {
            request.append("1000\r\n").append(" ".repeat(4096)).append("\r\n");
        }

        String answer = RawHttp.exchange(server, request.append("0\r\n\r\n").toString());

        assertThat(answer).startsWith("HTTP/1.1 413").contains("REQUEST_TOO_LARGE");
    }

    @Test
    void aFormThatIsNotUtf8IsRefused() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(server.resolve("/api/keyward/v1/plain/form"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'a', '=', (byte) 0xff}))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(form, HttpResponse.BodyHandlers.ofString());
            isAnError(answer.body(), 400, "BAD_REQUEST");
            assertThat(answer.body()).contains("UTF-8");
        }
    }

    @Test
    void aNonsensicalContentLengthIsRefused() throws Exception {
        String answer = RawHttp.exchange(
                server, "POST " + THINGS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -5\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    private static void isAnError(String body, int status, String code) {
        assertThat(body)
                .contains("\"error\":" + status, "\"errorCode\":\"" + code + "\"", "\"parameters\":", "\"reason\":\"")
                .doesNotContain("Exception", "\tat ", "io.keyward", "hunter2", "secret ", "\"secret\"");
    }

    private static RequestSpecification request() {
        return given().config(RestAssured.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }
}
