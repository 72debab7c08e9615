package io.keyward.local.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedDocumentTest {
    private static final JsonNode CLUSTERS =
            document("/clusters", "'Link':{'type':'object'},'Cluster':{'type':'object'}");

    @Test
    void hasEveryPathAndEveryComponentOnce() {
        JsonNode joined = JoinedDocument.of(
                List.of(CLUSTERS, document("/alerts", "'Link':{'type':'object'},'Alert':{'type':'object'}")));

        assertThat(joined.path("info").path("title").asText()).isEqualTo("Keyward");
        assertThat(joined.path("paths").fieldNames()).toIterable().containsExactly("/clusters", "/alerts");
        assertThat(joined.path("components").path("schemas").fieldNames())
                .toIterable()
                .containsExactly("Link", "Cluster", "Alert");
        assertThat(joined.path("tags")).hasSize(2);
    }

    @Test
    void onePathInTwoDocumentsIsAMistake() {
        assertThatThrownBy(() -> JoinedDocument.of(List.of(CLUSTERS, document("/clusters", ""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the path /clusters");
    }

    @Test
    void oneNameForTwoThingsIsAMistake() {
        assertThatThrownBy(() -> JoinedDocument.of(List.of(CLUSTERS, document("/alerts", "'Link':{'type':'string'}"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the component Link");
    }

    private static JsonNode document(String path, String schemas) {
        String text = "{'openapi':'3.0.3','info':{'title':'Keyward, a service','version':'1'},'tags':[{'name':'%s'}],"
                + "'paths':{'%s':{}},'components':{'schemas':{%s}}}";
        try {
            return new ObjectMapper()
                    .readTree(text.formatted(path, path, schemas).replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
