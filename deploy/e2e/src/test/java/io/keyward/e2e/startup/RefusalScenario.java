package io.keyward.e2e.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packaged services that were told next to nothing: each ends at once, and says in one go what it has to be told. Needs no stage. */
class RefusalScenario {
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"config-service", "endpoint-service", "validation-service"})
    void refusesInsecureDefaultsAndSaysWhatToSet(String service) throws Exception {
        // When
        Process process = start(service);
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();

        // Then
        String said = Files.readString(folder.resolve("said"));
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said)
                .contains(service + " does not start: ")
                .contains("keyward.internal.keyset is missing.")
                .contains("KEYWARD_INTERNAL_KEYSET")
                .contains("kafka.security.protocol is PLAINTEXT")
                .contains("keyward.insecure.allow-plain-kafka=true")
                .contains("keyward.insecure.allow-plain-postgresql=true")
                .contains("keyward.insecure.allow-guessable-secrets=true")
                .doesNotContain("\tat ")
                .doesNotContain("hunter2");
    }

    @Test
    void namesEverySettingThatCannotBeRead() throws Exception {
        // When
        Process process = start(
                "endpoint-service", Map.of("KEYWARD_ENDPOINT_BATCH", "many", "KEYWARD_ENDPOINT_LOOK_AT_REST", "soon"));
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();

        // Then
        String said = Files.readString(folder.resolve("said"));
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said)
                .contains("keyward.endpoint.batch has a value that is none of its kind", "KEYWARD_ENDPOINT_BATCH.")
                .contains("keyward.endpoint.look-at-rest has a value", "KEYWARD_ENDPOINT_LOOK_AT_REST.")
                .doesNotContain("\tat ")
                .doesNotContain("hunter2");
    }

    private Process start(String service) throws IOException {
        return start(service, Map.of());
    }

    private Process start(String service, Map<String, String> more) throws IOException {
        Path archive = REPOSITORY.resolve(service).resolve("target/service").resolve(service + ".jar");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        archive.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|KEYWARD|KAFKA|AWS)_.*"));
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/nothing");
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", "hunter2");
        builder.environment().putAll(more);
        return builder.start();
    }
}
