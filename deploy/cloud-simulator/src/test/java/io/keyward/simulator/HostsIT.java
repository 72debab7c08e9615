package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts of other clouds are paths of the simulator. */
class HostsIT extends SimulatorCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_hosts/nowhere.example.com/path",
                "/_hosts/",
                "/_endpoints/none/_hosts/nowhere.example.com/",
                "/_endpoints/none/else"
            })
    void nobodyAnswersWhereThereIsNoHost(String path) {
        // When
        assertThatThrownBy(() -> send("GET", path, "")).hasCauseInstanceOf(IOException.class);

        // Then
        assertThat(log("?service=-")).last().satisfies(entry -> {
            assertThat(entry.get("outcome").asText()).isEqualTo("UNREACHABLE");
            assertThat(entry.get("executed").asBoolean()).isFalse();
        });
    }
}
