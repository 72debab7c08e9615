package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.contracts.Topics;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.local.service.Service;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story again, with a service killed somewhere in it. It ends the same. */
@ExtendWith(Stage.Extension.class)
@Rule("P3")
class KillScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String CLUSTER = "orders";

    private final Stage stage;

    KillScenario(Stage stage) {
        this.stage = stage;
    }

    /** When somebody is killed, and who. */
    enum Moment {
        CONFIGURED(Service.CONFIG),
        CLUSTER_CREATED(Service.CONFIG, Service.VALIDATION),
        KEY_DISABLED(Service.VALIDATION),
        REVOCATION_PUBLISHED(Service.VALIDATION, Service.CONFIG),
        KEY_ENABLED(Service.VALIDATION);

        private final Set<Service> killed;

        Moment(Service... killed) {
            this.killed = Set.of(killed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStoryEndsRightWhoeverIsKilled(Moment moment) {
        // Given
        Tenant tenant = Tenant.arrive(stage);
        tenant.configure().expect(200);
        killAt(Moment.CONFIGURED, moment);
        tenant.createCluster(CLUSTER).expect(201);
        killAt(Moment.CLUSTER_CREATED, moment);
        tenant.awaitRunning(CLUSTER);

        // When
        tenant.disableKey();
        killAt(Moment.KEY_DISABLED, moment);
        if (moment == Moment.REVOCATION_PUBLISHED) {
            awaitRevocation(tenant);
            killAt(Moment.REVOCATION_PUBLISHED, moment);
        }

        // Then
        tenant.awaitStopped(CLUSTER);

        // When
        tenant.enableKey();
        killAt(Moment.KEY_ENABLED, moment);

        // Then
        tenant.awaitRunning(CLUSTER);
        nothingIsLost(tenant);
    }

    private void killAt(Moment here, Moment moment) {
        if (here == moment) {
            moment.killed.forEach(stage.stack().services()::kill);
            moment.killed.forEach(stage.stack().services()::start);
        }
    }

    private void awaitRevocation(Tenant tenant) {
        await().atMost(A_WHILE).pollInterval(Duration.ofMillis(20)).until(() -> stage.events().all().stream()
                .anyMatch(message -> message.type().equals("keyward.key.revoked.v1")
                        && message.value().toString().contains(tenant.groupId())));
    }

    private void nothingIsLost(Tenant tenant) {
        String clusterId = tenant.clusterId(CLUSTER);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(stage.events().typesOf(Topics.ENFORCEMENT, clusterId))
                .containsExactly(
                        "keyward.cluster.start-requested.v1",
                        "keyward.cluster.running.v1",
                        "keyward.cluster.stop-requested.v1",
                        "keyward.cluster.stopped.v1",
                        "keyward.cluster.resume-requested.v1",
                        "keyward.cluster.running.v1"));
        inOrder(stage.events().of(Topics.ENFORCEMENT, clusterId));
        inOrder(stage.events().of(Topics.CLUSTERS, clusterId));
        inOrder(stage.events().of(Topics.ENCRYPTION, tenant.groupId()));
        assertThat(stage.events().typesOf(Topics.PROJECTS, tenant.groupId()))
                .containsExactly("keyward.project.created.v1");
    }

    /** Revisions of one aggregate follow each other without a gap. */
    private static void inOrder(List<Message> messages) {
        long first = messages.getFirst().revision();
        assertThat(messages)
                .extracting(Message::revision)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + messages.size()).boxed().toList());
    }
}
