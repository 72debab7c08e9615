package io.keyward.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private static final String DOCUMENT = """
            {"paths": {"/things/{id}": {
              "get": {},
              "patch": {"requestBody": {"content": {
                "application/vnd.atlas.2023-01-01+json": {"schema": {"$ref": "#/components/schemas/Thing"}},
                "application/x-www-form-urlencoded": {"schema": {"type": "object"}}}}}}},
             "components": {"schemas": {
              "Thing": {"allOf": [{"$ref": "#/components/schemas/Named"}, {"type": "object", "properties": {
                "id": {"type": "string", "readOnly": true},
                "parts": {"type": "array", "items": {"oneOf": [{"type": "integer", "minimum": 3}]}}}}]},
              "Named": {"type": "object", "properties": {"kind": {"type": "string", "enum": ["ROUND", "FLAT"]},
                "note": {"type": "string", "example": "a note"}, "on": {"type": "boolean"}}}}}}""";

    @Test
    void aGoodBodyHasEveryFieldThatCanBeSent() throws Exception {
        // When
        var operations = new ApiDocument(new ObjectMapper().readTree(DOCUMENT)).operationsWithBody();

        // Then
        assertThat(operations).singleElement().satisfies(operation -> {
            assertThat(operation.method()).isEqualTo("PATCH");
            assertThat(operation.path()).isEqualTo("/things/{id}");
            assertThat(operation.good().toString())
                    .isEqualTo("{\"kind\":\"ROUND\",\"note\":\"a note\",\"on\":true,\"parts\":[3]}");
        });
    }
}
