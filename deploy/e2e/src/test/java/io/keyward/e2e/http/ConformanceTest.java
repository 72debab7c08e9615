package io.keyward.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not as a document says is noticed, and said so that it can be found. */
class ConformanceTest {
    private static final String JSON = "application/json";
    private static final String DATED = "application/vnd.atlas.2023-01-01+json";
    private static final String DOCUMENT = """
            {"openapi": "3.0.3",
             "paths": {
               "/api/things/{id}": {
                 "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^t[0-9]+$"}}],
                 "get": {
                   "operationId": "getThing",
                   "parameters": [{"name": "pageNum", "in": "query", "schema": {"type": "integer", "minimum": 1}},
                                  {"name": "envelope", "in": "query", "schema": {"type": "boolean"}}],
                   "responses": {
                     "200": {"content": {"application/vnd.atlas.2023-01-01+json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                     "404": {"$ref": "#/components/responses/NotFound"}}},
                 "put": {
                   "operationId": "putThing",
                   "requestBody": {"required": true, "content": {
                     "application/vnd.atlas.2023-01-01+json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                   "responses": {
                     "200": {"content": {"application/vnd.atlas.2023-01-01+json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}},
                 "options": {"operationId": "mayBeSent", "responses": {"200": {"description": "in a header"}}},
                 "delete": {"operationId": "deleteThing", "responses": {"204": {"description": "gone"}}}},
               "/api/things/all": {"get": {"operationId": "getAll", "responses": {"204": {"description": "none"}}}}},
             "components": {
               "headers": {"X-Error-Code": {"required": true, "schema": {"type": "string"}}},
               "responses": {"NotFound": {
                 "headers": {"X-Error-Code": {"$ref": "#/components/headers/X-Error-Code"}},
                 "content": {"application/json": {"schema": {"allOf": [
                   {"type": "object", "required": ["errorCode"]},
                   {"type": "object", "properties": {"errorCode": {"type": "string", "enum": ["THING_NOT_FOUND"]}}}]}}}}},
               "schemas": {"Thing": {
                 "type": "object", "required": ["name", "size"], "additionalProperties": false,
                 "properties": {"name": {"type": "string", "nullable": true}, "size": {"type": "integer"}}}}}}
            """;
    private static final String THING = "{\"name\":null,\"size\":1}";
    private static final String NOT_FOUND = "{\"errorCode\":\"THING_NOT_FOUND\"}";

    private final Conformance conformance = new Conformance(new Document(DOCUMENT));

    @Test
    void whatIsAsDescribedPasses() {
        assertThat(problems("GET", "/api/things/t1?pageNum=2", "", reply(200, DATED + ";charset=utf-8", THING)))
                .isEmpty();
        assertThat(problems("GET", "/api/things/t1/", "", reply(200, DATED, THING)))
                .isEmpty();
        assertThat(problems("GET", "/api/things/all", "", reply(204, "", ""))).isEmpty();
        assertThat(problems("PUT", "/api/things/t1", THING, reply(200, DATED, THING)))
                .isEmpty();
        assertThat(problems("DELETE", "/api/things/t1", "", reply(204, "", ""))).isEmpty();
        assertThat(problems("OPTIONS", "/api/things/t1", "", reply(200, "", "")))
                .isEmpty();
        assertThat(problems("GET", "/api/things/nobody", "", error(NOT_FOUND))).isEmpty();
    }

    @Test
    void anEnvelopeThatWasAskedForIsTakenOff() {
        String wrapped = "{\"status\":200,\"content\":" + THING + "}";

        assertThat(problems("GET", "/api/things/t1?envelope=true", "", reply(200, DATED, wrapped)))
                .isEmpty();
        assertThat(problems("GET", "/api/things/t1", "", reply(200, DATED, wrapped)))
                .isNotEmpty();
    }

    @Test
    void anAnswerOfAnotherShapeIsNoticed() {
        assertThat(problems("GET", "/api/things/t1", "", reply(200, DATED, "{\"name\":1,\"more\":1}")))
                .hasSize(3)
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("answer: ").contains("name", "string"))
                .anySatisfy(problem -> assertThat(problem).contains("size"))
                .anySatisfy(problem -> assertThat(problem).contains("more"));
        assertThat(problems("GET", "/api/things/t1", "", reply(200, DATED, "nothing")))
                .hasSize(1);
        assertThat(problems("DELETE", "/api/things/t1", "", reply(204, JSON, "{}")))
                .hasSize(1);
    }

    @Test
    void aStatusOrMediaTypeThatIsNotDescribedIsNoticed() {
        assertThat(problems("GET", "/api/things/t1", "", reply(418, JSON, "{}")))
                .singleElement()
                .asString()
                .contains("418");
        assertThat(problems("GET", "/api/things/t1", "", reply(200, JSON, THING)))
                .singleElement()
                .asString()
                .contains(JSON);
    }

    @Test
    void anErrorIsHeldToItsCodesAndHeaders() {
        assertThat(problems("GET", "/api/things/t1", "", error("{\"errorCode\":\"OUT_OF_LUCK\"}")))
                .singleElement()
                .asString()
                .contains("errorCode");
        assertThat(problems("GET", "/api/things/t1", "", reply(404, JSON, NOT_FOUND)))
                .singleElement()
                .asString()
                .contains("X-Error-Code");
    }

    @Test
    void aRequestThatSucceededHasToBeDescribedToo() {
        Reply fine = reply(200, DATED, THING);

        assertThat(problems("PUT", "/api/things/t1", "{\"name\":\"a\"}", fine))
                .singleElement()
                .asString()
                .contains("size");
        assertThat(problems("PUT", "/api/things/t1", "", fine))
                .singleElement()
                .asString()
                .contains("body");
        assertThat(problems("GET", "/api/things/t1?pageNum=0", "", fine))
                .singleElement()
                .asString()
                .contains("pageNum");
        assertThat(problems("GET", "/api/things/t1?size=1", "", fine))
                .singleElement()
                .asString()
                .contains("size");
        assertThat(problems("GET", "/api/things/one", "", fine))
                .singleElement()
                .asString()
                .contains("id");
        assertThat(problems("POST", "/api/others", "", fine))
                .singleElement()
                .asString()
                .contains("no such operation");
    }

    @Test
    void aRequestThatWasRefusedIsItsOwnBusiness() {
        assertThat(problems("GET", "/api/things/one?pageNum=0&x=y", "", error(NOT_FOUND)))
                .isEmpty();
        assertThat(problems("POST", "/api/others", "", error("{}"))).isEmpty();
    }

    private List<String> problems(String method, String target, String body, Reply reply) {
        return conformance.problems(Asked.of(method, URI.create(target), body), reply);
    }

    private static Reply error(String body) {
        return new Reply(404, Map.of("content-type", List.of(JSON), "x-error-code", List.of("THING_NOT_FOUND")), body);
    }

    private static Reply reply(int status, String mediaType, String body) {
        return new Reply(status, mediaType.isEmpty() ? Map.of() : Map.of("content-type", List.of(mediaType)), body);
    }
}
