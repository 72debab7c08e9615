package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Keyward is let loose by degrees: a project that only observes is told what would have been stopped, and the freeze holds everybody back. */
@ExtendWith(Stage.Extension.class)
@Isolated("the freeze is everybody's")
class ObserveScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String CLUSTER = "orders";
    private static final String FREEZE = "/api/keyward/v1/enforcement";

    private final Stage stage;

    ObserveScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"C19", "P1"})
    void whoObservesIsToldAndNotStopped() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-west-2", CLUSTER);
        mode(tenant, "\"OBSERVE\"");

        // When
        tenant.disableKey();

        // Then
        awaitHeldBack(tenant);
        await().atMost(A_WHILE).until(() -> !tenant.alerts("OPEN", "AWS_ENCRYPTION_KEY_INVALID")
                .isEmpty());
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        // When
        mode(tenant, "\"ENFORCE\"");

        // Then
        tenant.awaitStopped(CLUSTER);
        assertThat(tenant.cluster(CLUSTER).at("/customerKey/wouldStop")).isEmpty();

        // When
        mode(tenant, "\"OBSERVE\"");

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule({"C19", "V4"})
    void theFreezeStopsNothingNewAndKeepsNothingDown() {
        // Given
        Tenant frozen = Tenant.withCluster(stage, "us-west-2", CLUSTER);
        Tenant stopped = Tenant.withCluster(stage, "us-west-1", CLUSTER);
        stopped.disableKey();
        stopped.awaitStopped(CLUSTER);
        freeze(true);

        try {
            // When
            frozen.disableKey();
            stopped.enableKey();

            // Then
            awaitHeldBack(frozen);
            stopped.awaitRunning(CLUSTER);
            Tenant.assertRunning(frozen.cluster(CLUSTER));
        } finally {
            freeze(false);
        }
        frozen.awaitStopped(CLUSTER);
    }

    private void mode(Tenant tenant, String mode) {
        stage.api()
                .put("/api/keyward/v1/groups/" + tenant.groupId() + "/enforcement", "{\"mode\":" + mode + "}")
                .expect(200);
    }

    private void freeze(boolean frozen) {
        stage.operatorApi()
                .put(FREEZE, "{\"frozen\":%s,\"reason\":\"an exercise\"}".formatted(frozen))
                .expect(200);
    }

    private void awaitHeldBack(Tenant tenant) {
        await().atMost(A_WHILE).until(() -> {
            JsonNode key = tenant.cluster(CLUSTER).path("customerKey");
            return key.path("wouldStop").size() == 1;
        });
    }
}
