package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka and PostgreSQL go away for a while and come back. */
@ExtendWith(Stage.Extension.class)
@Rule("P3")
class EngineScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final Stage stage;

    EngineScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    void withoutKafkaRequestsSucceedAndTheEventsLeaveAfterwards() {
        // Given
        Tenant tenant;
        stage.stack().kafka().stop();

        // When
        try {
            tenant = Tenant.arrive(stage);
            tenant.configure().expect(200);
            tenant.createCluster("patient").expect(201);
            stage.api().delete(tenant.project("/clusters/patient")).expect(202);
            tenant.createCluster("present").expect(201);
        } finally {
            stage.stack().kafka().restart();
        }

        // Then
        tenant.awaitRunning("present");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(clusterEvents(tenant, "patient"))
                .containsExactly(
                        "keyward.cluster.created.v1",
                        "keyward.cluster.deletion-requested.v1",
                        "keyward.cluster.deleted.v1"));
        assertThat(stage.events().typesOf(Topics.PROJECTS, tenant.groupId()))
                .containsExactly("keyward.project.created.v1");

        // When
        tenant.disableKey();

        // Then
        tenant.awaitStopped("present");
    }

    @Test
    void withoutPostgresRequestsAreRefusedForNowAndEverythingHeals() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "steady");
        stage.stack().postgres().stop();

        // When
        Reply refused;
        try {
            refused = await().atMost(A_WHILE)
                    .until(() -> stage.api().get(tenant.project("/encryptionAtRest")), reply -> reply.status() == 503);
            tenant.disableKey();
        } finally {
            stage.stack().postgres().restart();
        }

        // Then
        assertThat(refused.header("retry-after")).isPresent();
        assertThat(refused.json().path("error").asInt()).isEqualTo(503);
        assertThat(refused.text()).doesNotContain("Exception");
        tenant.awaitStopped("steady");
        assertThat(stage.events().deadLetters()).isEmpty();
    }

    private List<String> clusterEvents(Tenant tenant, String name) {
        String id = stage.events().all().stream()
                .filter(message -> message.topic().equals(Topics.CLUSTERS))
                .filter(message -> message.value().path("groupId").asText().equals(tenant.groupId()))
                .filter(message -> message.value().path("name").asText().equals(name))
                .map(Message::key)
                .findFirst()
                .orElse("");
        return stage.events().typesOf(Topics.CLUSTERS, id);
    }
}
