package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void readsEveryOption() {
        Options options = CommandLine.read(
                List.of("--host", "0.0.0.0", "--port", "1", "--state-file", "s.json", "--platform-access-key-id", "A"),
                Map.of("KEYWARD_SIMULATOR_PLATFORM_SECRET", "hidden"));

        assertThat(options).isEqualTo(new Options("0.0.0.0", 1, Path.of("s.json"), "A", "hidden"));
        assertThat(options.toString()).doesNotContain("hidden");
    }

    @Test
    void hasDefaults() {
        assertThat(CommandLine.read(List.of(), Map.of()))
                .isEqualTo(Options.defaults().withPort(4566));
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> CommandLine.read(List.of("--magic", "1"), Map.of()))
                .hasMessageContaining("--magic");
        assertThatThrownBy(() -> CommandLine.read(List.of("--port"), Map.of())).hasMessageContaining("--port");
    }
}
