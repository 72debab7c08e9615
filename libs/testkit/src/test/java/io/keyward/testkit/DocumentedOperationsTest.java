package io.keyward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedOperationsTest {
    private static final String DATED = "'application/vnd.atlas.2024-08-05+json': {}";
    private static final String SUNSET =
            "'application/vnd.atlas.2023-02-01+json': {'x-keyward-sunset': '2027-07-01'}, 'application/json': {}";

    @Test
    void everyOperationIsALineWithItsVersionsAndRoles() {
        String paths = "'/things': {'parameters': [],"
                + " 'get': {'x-keyward-roles': ['B', 'A'], 'x-keyward-versions-gone': ['2023-01-01'],"
                + "   'responses': {'200': {'content': {" + DATED + ", " + SUNSET + "}}, '404': {'content': {" + DATED
                + "}}}},"
                + " 'delete': {'x-keyward-roles': [], 'x-keyward-versions': ['2024-08-05'], 'responses': {'204': {}}}}";

        assertThat(operations("{'paths': {" + paths + "}}"))
                .containsExactly(
                        "DELETE /things [2024-08-05] for []",
                        "GET /things [-2023-01-01, 2023-02-01 until 2027-07-01, 2024-08-05] for [A, B]");
    }

    @Test
    void whatIsReferredToHasToBeThere() {
        assertThatThrownBy(() -> operations("{'paths': {'/things': {'$ref': '#/components/parameters/id'}}}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("#/components/parameters/id");
    }

    private static List<String> operations(String document) {
        try {
            return DocumentedOperations.of(new ObjectMapper().readTree(document.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
