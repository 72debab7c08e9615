package io.keyward.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class EngineClientTest {

    @Test
    void sharesOneDaemonAndClearsItsKafka() throws Exception {
        try (EngineClient first = EngineClient.shared();
                EngineClient second = EngineClient.shared();
                Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + first.kafkaPort()))) {
            // Given
            admin.createTopics(Set.of(new NewTopic("left-over", 1, (short) 1)))
                    .all()
                    .get();

            // When
            second.ask("clear-kafka");

            // Then
            assertThat(second.kafkaPort()).isEqualTo(first.kafkaPort());
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }
}
