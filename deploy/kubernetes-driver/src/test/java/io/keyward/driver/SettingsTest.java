package io.keyward.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void takesSecretsFromAFileAndTheRestFromTheEnvironment() throws Exception {
        // Given
        Path file = folder.resolve("service.properties");
        Files.writeString(file, """
            keyward.driver.public-key=abcdefgh
            keyward.driver.private-key=very-private
            kafka.sasl.jaas.config=very-private-too
            """);

        // When
        var settings = Settings.of(Map.of(
                "KEYWARD_DRIVER_SETTINGS", file.toString(),
                "KEYWARD_DRIVER_URL", "https://keyward.example.com",
                "KEYWARD_DRIVER_ROUND_SECONDS", "2",
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL"));

        // Then
        assertThat(settings.publicKey()).isEqualTo("abcdefgh");
        assertThat(settings.privateKey()).isEqualTo("very-private");
        assertThat(settings.round()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.kafka())
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "very-private-too");
        assertThat(settings.toString()).doesNotContain("private");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> Settings.of(Map.of("KEYWARD_DRIVER_URL", "https://keyward.example.com")))
                .hasMessageContaining("KEYWARD_DRIVER_PUBLIC_KEY")
                .hasMessageContaining("keyward.driver.public-key");
        assertThatThrownBy(() -> Settings.of(Map.of(
                        "KEYWARD_DRIVER_URL", "https://keyward.example.com",
                        "KEYWARD_DRIVER_PUBLIC_KEY", "a",
                        "KEYWARD_DRIVER_PRIVATE_KEY", "b")))
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
    }
}
