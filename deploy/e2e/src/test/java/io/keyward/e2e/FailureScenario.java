package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.cloud.Outages.Outage;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What else can go wrong with a key, and whose fault it is. Only the customer's own "no" stops a cluster. */
@ExtendWith(Stage.Extension.class)
@Execution(ExecutionMode.CONCURRENT)
class FailureScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final int CONFIRMING_CHECKS = 3;
    private static final String CLUSTER = "orders";

    /** For each outage a region, in which only one tenant is. */
    private static final List<String> CUT_OFF = List.of("ca-central-1", "ca-west-1", "sa-east-1", "me-south-1");

    private final Stage stage;
    private String cutOff = "";

    FailureScenario(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void everythingIsReachableAgain() {
        if (!cutOff.isEmpty()) {
            stage.outages().end(cutOff);
        }
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    @Rule({"V3", "P2", "V6"})
    void anOutageStopsNothing(Outage outage) {
        // Given
        cutOff = CUT_OFF.get(outage.ordinal());
        Tenant tenant = Tenant.withCluster(stage, cutOff, CLUSTER);

        // When
        stage.outages().begin(cutOff, outage);

        // Then
        JsonNode check = awaitReason(tenant, outage.reasons());
        assertThat(check.path("explanation").asText()).isNotBlank();
        awaitKeyEvent(tenant, "keyward.key.unverified.v1");
        awaitFurtherChecks(tenant);
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        // When
        stage.outages().end(cutOff);

        // Then
        awaitKeyEvent(tenant, "keyward.key.validated.v1");
        assertThat(keyEvents(tenant)).last().satisfies(message -> assertThat(
                        message.value().at("/facts/unverifiedSince").isMissingNode())
                .isTrue());
        assertThat(stopRequests(tenant)).isEmpty();
    }

    @Test
    @Rule({"V2", "V6", "V7"})
    void aRoleThatTrustsUsNoLongerIsARevocation() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);

        // When
        tenant.distrust();

        // Then
        tenant.awaitStopped(CLUSTER);
        assertEvidence(tenant, "REVOKED", "ROLE_NOT_ASSUMABLE");

        // When
        tenant.trustAgain();

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule({"V2", "V6", "V7"})
    void aDeniedDecryptIsARevocation() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);

        // When
        tenant.allow("kms:DescribeKey", "kms:Encrypt");

        // Then
        tenant.awaitStopped(CLUSTER);
        assertEvidence(tenant, "REVOKED", "ACCESS_REVOKED");

        // When
        tenant.allow(Tenant.ALL_ACTIONS);

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule({"V6", "R5"})
    void aDeniedEncryptIsReportedAndStopsNothing() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);

        // When
        tenant.allow("kms:DescribeKey", "kms:Decrypt");

        // Then
        assertUnusable(tenant, "ENCRYPT_DENIED", "kms:Encrypt");
    }

    @Test
    @Rule({"V6", "R5"})
    void aDeniedDescribeKeyIsReportedAndStopsNothing() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);

        // When
        tenant.allow("kms:Encrypt", "kms:Decrypt");

        // Then
        assertUnusable(tenant, "DESCRIBE_KEY_DENIED", "kms:DescribeKey");
    }

    @Test
    @Rule({"V2", "V4"})
    void aKeyThatIsToBeDeletedIsARevocationUntilTheDeletionIsCancelled() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", CLUSTER);

        // When
        stage.cloud().scheduleDeletion(tenant.keyArn());

        // Then
        tenant.awaitStopped(CLUSTER);
        assertEvidence(tenant, "REVOKED", "KEY_PENDING_DELETION");

        // When
        stage.cloud().cancelDeletion(tenant.keyArn());
        tenant.enableKey();

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    private void assertUnusable(Tenant tenant, String reason, String action) {
        JsonNode check = awaitReason(tenant, List.of(reason));
        assertThat(check.toString()).contains(action);
        awaitKeyEvent(tenant, "keyward.key.found-unusable.v1");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        tenant.configuration().path("valid").asBoolean())
                .isFalse());
        awaitFurtherChecks(tenant);
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        tenant.allow(Tenant.ALL_ACTIONS);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        tenant.configuration().path("valid").asBoolean())
                .isTrue());
        assertThat(stopRequests(tenant)).isEmpty();
    }

    private void assertEvidence(Tenant tenant, String outcome, String reason) {
        JsonNode check = tenant.lastCheck();
        assertThat(check.toString()).contains(outcome, reason);
        assertThat(check.path("explanation").asText()).isNotBlank();
        assertThat(check.path("remedy").asText()).isNotBlank();
        assertThat(check.path("calls")).isNotEmpty();
    }

    private JsonNode awaitReason(Tenant tenant, List<String> reasons) {
        return await().atMost(A_WHILE)
                .ignoreExceptions()
                .until(
                        tenant::lastCheck,
                        check -> reasons.contains(check.path("reason").asText()));
    }

    /** Waits for so many checks in a row with this answer that, had it been a revocation, it would be confirmed. */
    private void awaitFurtherChecks(Tenant tenant) {
        await().atMost(A_WHILE).until(() -> tenant.lastCheck().path("checks").asInt() >= CONFIRMING_CHECKS);
    }

    private void awaitKeyEvent(Tenant tenant, String type) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(keyEvents(tenant)).last().returns(type, Message::type));
    }

    private List<Message> keyEvents(Tenant tenant) {
        return stage.events().all().stream()
                .filter(message -> message.topic().equals(Topics.KEYS))
                .filter(message -> message.value().at("/facts/groupId").asText().equals(tenant.groupId()))
                .toList();
    }

    private List<Message> stopRequests(Tenant tenant) {
        return stage.events().of(Topics.ENFORCEMENT, tenant.clusterId(CLUSTER)).stream()
                .filter(message -> message.type().equals("keyward.cluster.stop-requested.v1"))
                .toList();
    }
}
