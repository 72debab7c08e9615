package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.contracts.Topics;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** We ourselves are nobody any more in the customer's cloud: that is our fault, for every key at once, and says nothing about any. */
@ExtendWith(Stage.Extension.class)
@Isolated("takes every role away from the services")
class OwnIdentityScenario {
    private static final int CONFIRMING_CHECKS = 3;
    private static final String CLUSTER = "orders";

    private final Stage stage;

    OwnIdentityScenario(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void rolesCanBeAssumedAgain() {
        stage.outages().admitEveryRole();
    }

    @Test
    @Rule({"P2", "V6"})
    void ourOwnBrokenIdentityStopsNothing() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);

        // When
        stage.outages().denyEveryRole();

        // Then
        waiting().until(() -> tenant.lastCheck().path("reason").asText().equals("OUR_CREDENTIALS"));
        waiting().until(() -> tenant.lastCheck().path("checks").asInt() >= CONFIRMING_CHECKS);
        Tenant.assertRunning(tenant.cluster(CLUSTER));
        assertThat(stage.events().typesOf(Topics.ENFORCEMENT, tenant.clusterId(CLUSTER)))
                .doesNotContain("keyward.cluster.stop-requested.v1");
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(45)).ignoreExceptions();
    }
}
