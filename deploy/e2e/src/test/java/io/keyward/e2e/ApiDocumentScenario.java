package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.http.Contract;
import io.keyward.e2e.http.Curl;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One document tells of the whole API, to everyone, and its own examples are right. */
@ExtendWith(Stage.Extension.class)
class ApiDocumentScenario {
    private final Stage stage;

    ApiDocumentScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    void tellsOfAllServices() {
        Reply document = fetch("/api/openapi", "*/*").expect(200);

        assertThat(document.json().path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/atlas/v2/groups/{groupId}/clusters",
                        "/api/atlas/v2/groups/{groupId}/encryptionAtRest/{cloudProvider}/privateEndpoints",
                        "/api/atlas/v2/groups/{groupId}/alerts")
                .noneMatch(path -> path.startsWith("/internal"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/openapi,      */*,              application/json, {",
        "/api/openapi,      application/yaml, application/yaml, openapi: 3.0.3",
        "/api/openapi.yaml, application/json, application/yaml, openapi: 3.0.3",
        "/api/openapi.json, */*,              application/json, {"
    })
    void isJsonOrYaml(String path, String accept, String mediaType, String begin) {
        Reply document = fetch(path, accept).expect(200);

        assertThat(document.header("Content-Type")).contains(mediaType);
        assertThat(document.text()).startsWith(begin);
    }

    @Test
    void itsExamplesAreAsItSays() {
        assertThat(Contract.wrongExamples()).isEmpty();
    }

    private Reply fetch(String path, String accept) {
        return Curl.run("--include", "--header", "Accept: " + accept, stage.baseUrl() + path);
    }
}
