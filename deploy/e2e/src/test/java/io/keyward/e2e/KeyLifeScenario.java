package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key that is about to be gone for good is told of while it can still be saved. */
@ExtendWith(Stage.Extension.class)
class KeyLifeScenario {
    private static final String EXPIRING = "ENCRYPTION_AT_REST_KEY_EXPIRING";
    private static final String CLUSTER = "orders";
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private final Stage stage;

    KeyLifeScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"V9", "V10"})
    void aKeyThatIsToBeDeletedIsToldWithTheHoursThatAreLeft() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-2", CLUSTER);

        // When
        stage.cloud().scheduleDeletion(tenant.keyArn());

        // Then
        Tenant.waiting()
                .untilAsserted(() -> assertThat(tenant.alerts("OPEN", EXPIRING)).hasSize(1));
        JsonNode alert = tenant.alerts("OPEN", EXPIRING).getFirst().path("keyward");
        assertThat(alert.path("reason").asText()).isEqualTo("KEY_DELETION_SCHEDULED");
        assertThat(alert.path("hoursLeft").asInt()).isBetween(HOURS_OF_A_WEEK - 2, HOURS_OF_A_WEEK);
        assertThat(alert.path("clusters").toString()).contains(CLUSTER);
        tenant.awaitStopped(CLUSTER);
        JsonNode key = keys(tenant).path(0);
        assertThat(key.path("verdict").asText()).isEqualTo("REVOKED");
        assertThat(key.at("/life/endsAt").asText())
                .isEqualTo(alert.path("deadline").asText());
        assertThat(key.path("lastCalls"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.path("requestId").asText()).isNotBlank());

        // When
        stage.cloud().cancelDeletion(tenant.keyArn());
        tenant.enableKey();

        // Then
        Tenant.waiting()
                .untilAsserted(() -> assertThat(tenant.alerts("OPEN", EXPIRING)).isEmpty());
        tenant.awaitRunning(CLUSTER);
        assertThat(keys(tenant).path(0).path("life").hasNonNull("endsAt")).isFalse();
    }

    private JsonNode keys(Tenant tenant) {
        return stage.api()
                .get("/api/keyward/v1/groups/" + tenant.groupId() + "/keyUses")
                .expect(200)
                .json()
                .path("results");
    }
}
