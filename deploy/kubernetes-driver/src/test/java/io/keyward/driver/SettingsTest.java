package io.keyward.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void namesEverythingThatIsMissingOrWrong() {
        assertThatThrownBy(() -> Settings.of(Map.of(
                        "KEYWARD_DRIVER_URL", "keyward.example.com",
                        "KEYWARD_DRIVER_PRIVATE_KEY", "hunter2",
                        "KEYWARD_DRIVER_ROUND_SECONDS", "often",
                        "KEYWARD_DRIVER_HEALTH_PORT", "65536",
                        "KEYWARD_DRIVER_SETTINGS", folder.resolve("nothing").toString())))
                .hasMessageContaining("because of 6 settings")
                .hasMessageContaining("KEYWARD_DRIVER_URL (keyward.driver.url) is no address")
                .hasMessageContaining("KEYWARD_DRIVER_PUBLIC_KEY (keyward.driver.public-key) is not set")
                .hasMessageContaining("KEYWARD_DRIVER_ROUND_SECONDS (keyward.driver.round-seconds) is often")
                .hasMessageContaining("KEYWARD_DRIVER_HEALTH_PORT (keyward.driver.health-port) is 65536")
                .hasMessageContaining("KEYWARD_DRIVER_SETTINGS names a file")
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS (kafka.bootstrap.servers) is not set")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://keyward.example.com",
                "http://127.0.0.1:8080",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void sendsItsCredentialsWhereNobodyReadsAlong(String url) {
        assertThat(Settings.of(told(url)).keyward()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://keyward.example.com",
                "http://localhost.example.com",
                "http://127.example.com",
                "http://localhost@keyward.example.com",
                "http://10.0.0.1"
            })
    void sendsThemInClearOnlyByName(String url) {
        // Given
        var settings = new HashMap<>(told(url));

        // Then
        assertThatThrownBy(() -> Settings.of(settings))
                .hasMessageContaining("because of 1 setting:")
                .hasMessageContaining("KEYWARD_DRIVER_URL (keyward.driver.url) is no address of https")
                .hasMessageContaining("KEYWARD_INSECURE_ALLOW_PLAIN_DRIVER=true")
                .hasMessageNotContaining("hunter2");

        // When
        settings.put("KEYWARD_INSECURE_ALLOW_PLAIN_DRIVER", "true");

        // Then
        assertThat(Settings.of(settings).keyward()).hasToString(url);
    }

    private static Map<String, String> told(String url) {
        return Map.of(
                "KEYWARD_DRIVER_URL", url,
                "KEYWARD_DRIVER_PUBLIC_KEY", "abcdefgh",
                "KEYWARD_DRIVER_PRIVATE_KEY", "hunter2",
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093");
    }
}
