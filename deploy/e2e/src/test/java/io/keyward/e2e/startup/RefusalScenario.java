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

    /** Values that can be read and make no sense, alone or with others; each service minds its own. */
    private static final Map<String, String> SENSELESS = Map.of(
            "KEYWARD_ACCESS_NONCE_SECRET", "hunter2",
            "KEYWARD_INTERNAL_KEYSET_FILE", "/nowhere/keyset.json",
            "KEYWARD_HTTP_BODY_LIMIT", "2M",
            "KEYWARD_ROLE_GCP_PROJECT", "mine",
            "KEYWARD_ENDPOINT_AWS_VPC_ID", "vpc-1",
            "KEYWARD_ENDPOINT_AZURE_ENVIRONMENT", "MOON",
            "KEYWARD_ENDPOINT_BATCH", "0",
            "KEYWARD_CHECK_LEASE", "1s",
            "KEYWARD_ENFORCEMENT_ASK_AGAIN_AFTER", "2h");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"config-service", "endpoint-service", "validation-service"})
    void refusesInsecureDefaultsAndSaysWhatToSet(String service) throws Exception {
        // When
        Process process = start(service, SENSELESS);
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();

        // Then
        String said = Files.readString(folder.resolve("said"));
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said)
                .contains(service + " does not start: ")
                .contains("kafka.bootstrap.servers is missing.")
                .contains("KAFKA_BOOTSTRAP_SERVERS.")
                .contains("keyward.secrets.keyset is missing.")
                .contains("keyward.internal.keyset-file names a file that cannot be read")
                .contains("keyward.access.nonce-secret has less than 16 characters")
                .contains("keyward.http.body-limit is not between 1 byte and 1M", "KEYWARD_HTTP_BODY_LIMIT.")
                .contains(dislikes(service))
                .contains("kafka.security.protocol is PLAINTEXT")
                .contains("keyward.insecure.allow-plain-kafka=true")
                .contains("keyward.insecure.allow-plain-postgresql=true")
                .contains("keyward.insecure.allow-guessable-secrets=true")
                .doesNotContain("\tat ")
                .doesNotContain("hunter2");
    }

    private static String[] dislikes(String service) {
        return switch (service) {
            case "config-service" -> new String[] {"keyward.role.gcp-project is none", "KEYWARD_ROLE_GCP_PROJECT."};
            case "endpoint-service" ->
                new String[] {
                    "keyward.endpoint.aws.subnet-ids is missing", "KEYWARD_ENDPOINT_AWS_SUBNET_IDS.",
                    "keyward.endpoint.azure.environment is MOON", "KEYWARD_ENDPOINT_AZURE_ENVIRONMENT.",
                    "keyward.endpoint.batch must be positive", "KEYWARD_ENDPOINT_BATCH."
                };
            default ->
                new String[] {
                    "keyward.check.lease (PT1S) must be longer", "KEYWARD_CHECK_LEASE.",
                    "keyward.enforcement.ask-again-after (PT2H)", "KEYWARD_ENFORCEMENT_ASK_AGAIN_AFTER."
                };
        };
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
