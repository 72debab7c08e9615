package io.keyward.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.Ports;
import io.keyward.messaging.Certificates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service publishes reaches a broker that wants TLS and a password, with the settings that {@code docs/operations/connections.md} names. */
class KafkaTlsTest {
    private static final String TOPIC = "told";
    private static final String USER = "config-service";
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    @Test
    void aBrokerIsReachedWithTheRightPasswordAndTheRightAuthorityAlone() throws Exception {
        // Given
        Path ca = Certificates.selfSigned(folder, "broker");
        Path otherCa = Certificates.selfSigned(folder, "other");
        int port = Ports.free();
        try (KafkaEngine engine = KafkaEngine.start(folder.resolve("engine"), 0, secured(port))) {
            admit(engine);

            // Then
            try (KafkaSender sender = KafkaSender.open(client("127.0.0.1", port, PASSWORD, ca), "right")) {
                assertThat(sender.send(List.of(new OutboxRow(1, TOPIC, "key", "{}", Map.of()))))
                        .isEqualTo(new Sending.Sent());
            }
            assertThatThrownBy(() -> KafkaSender.open(client("127.0.0.1", port, "wrong", ca), "password"))
                    .isInstanceOf(SaslAuthenticationException.class)
                    .hasMessageContaining("Authentication failed");
            assertThatThrownBy(() -> KafkaSender.open(client("127.0.0.1", port, PASSWORD, otherCa), "authority"))
                    .isInstanceOf(SslAuthenticationException.class);
            assertThatThrownBy(() -> KafkaSender.open(client("localhost", port, PASSWORD, ca), "name"))
                    .isInstanceOf(SslAuthenticationException.class);
        }
    }

    private KafkaEngine.Listener secured(int port) {
        return new KafkaEngine.Listener(
                "SASL_SSL",
                port,
                Map.of(
                        "sasl.enabled.mechanisms",
                        "SCRAM-SHA-512",
                        "scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                        "ssl.keystore.type",
                        "PKCS12",
                        "ssl.keystore.location",
                        folder.resolve("broker.p12").toString(),
                        "ssl.keystore.password",
                        Certificates.PASSWORD,
                        "ssl.key.password",
                        Certificates.PASSWORD));
    }

    private static void admit(KafkaEngine engine) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", engine.bootstrap()))) {
            var credential = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, credential, PASSWORD)))
                    .all()
                    .get();
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static Map<String, Object> client(String host, int port, String password, Path ca) {
        return Map.of(
                "bootstrap.servers",
                host + ":" + port,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(USER, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                ca.toString());
    }
}
