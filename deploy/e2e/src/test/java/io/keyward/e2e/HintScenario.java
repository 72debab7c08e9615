package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The customer's cloud says that something happened to a key. It is looked at now, and only what is seen counts. */
@ExtendWith(Stage.Extension.class)
class HintScenario {
    private static final String CLUSTER = "orders";
    private static final String HINTS = "/api/keyward/v1/hints/aws";
    private static final String ONCE_A_DAY = "{\"intervalSeconds\":86400}";

    private final Stage stage;

    HintScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"V1", "V11", "P1"})
    void aHintIsAcheckAtOnceAndNothingMore() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-2", CLUSTER);
        Tenant.waiting().until(() -> !checkedAt(tenant).isEmpty());
        stage.api().put(keyward(tenant, "/keyCheckSettings"), ONCE_A_DAY).expect(200);
        JsonNode source = hintSource(tenant);
        String said = event(tenant.keyArn(), "DisableKey");
        String checkedBefore = checkedAt(tenant);
        Tenant.waiting().until(() -> isOver(checkedBefore));

        // When
        Reply untrue = hint(source, said);

        // Then
        assertThat(untrue.expect(202).json().path("checks").asInt()).isEqualTo(1);
        Tenant.waiting().until(() -> !checkedAt(tenant).equals(checkedBefore));
        assertThat(tenant.lastCheck().path("outcome").asText()).isEqualTo("VALID");
        Tenant.assertRunning(tenant.cluster(CLUSTER));

        // When
        tenant.disableKey();
        Reply repeated = hint(source, said);
        Reply told = hint(source, event(tenant.keyArn(), "DisableKey"));

        // Then
        assertThat(repeated.expect(202).json().path("duplicate").asBoolean()).isTrue();
        assertThat(told.expect(202).json().path("checks").asInt()).isEqualTo(1);
        tenant.awaitStopped(CLUSTER);

        // When
        tenant.enableKey();
        hint(source, event(tenant.keyArn(), "EnableKey")).expect(202);

        // Then
        tenant.awaitRunning(CLUSTER);
    }

    @Test
    @Rule("V11")
    void onlyTheProjectsOwnSourceIsListenedTo() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-2", CLUSTER);
        Tenant other = Tenant.arrive(stage);
        JsonNode source = hintSource(tenant);
        JsonNode others = hintSource(other);
        String said = event(tenant.keyArn(), "DisableKey");

        // When
        Reply unknown = stage.api().sendWith(source.path("headerName").asText(), "no such token", HINTS, said);
        Reply foreign = hint(others, said);

        // Then
        unknown.expect(401);
        assertThat(foreign.expect(202).json().path("checks").asInt()).isZero();

        // When
        stage.api()
                .delete(keyward(tenant, "/hintSources/" + source.path("id").asText()))
                .expect(204);

        // Then
        hint(source, said).expect(401);
    }

    private String checkedAt(Tenant tenant) {
        return stage.api()
                .get(keyward(tenant, "/keyUses"))
                .expect(200)
                .results()
                .getFirst()
                .path("checkedAt")
                .asText();
    }

    /** Times are told in seconds: of two in the same second nobody sees that they differ. */
    private static boolean isOver(String second) {
        return Instant.now().isAfter(Instant.parse(second).plusSeconds(1));
    }

    private JsonNode hintSource(Tenant tenant) {
        return stage.api()
                .post(keyward(tenant, "/hintSources"), "{\"cloudProvider\":\"AWS\"}")
                .expect(201)
                .json();
    }

    private Reply hint(JsonNode source, String event) {
        return stage.api()
                .sendWith(
                        source.path("headerName").asText(), source.path("token").asText(), HINTS, event);
    }

    private static String keyward(Tenant tenant, String path) {
        return "/api/keyward/v1/groups/" + tenant.groupId() + path;
    }

    /** As EventBridge forwards a call that CloudTrail has recorded. */
    private static String event(String keyArn, String call) {
        return """
                {"version":"0","id":"%s","detail-type":"AWS API Call via CloudTrail","source":"aws.kms","account":"111122223333",
                 "time":"2026-01-01T00:00:00Z","region":"us-east-2","resources":[],
                 "detail":{"eventVersion":"1.11","eventSource":"kms.amazonaws.com","eventName":"%s","awsRegion":"us-east-2",
                  "requestParameters":{"keyId":"%s"},"responseElements":null,"eventID":"%s","readOnly":false,
                  "resources":[{"accountId":"111122223333","type":"AWS::KMS::Key","ARN":"%s"}],"eventType":"AwsApiCall"}}""".formatted(UUID.randomUUID(), call, keyArn, UUID.randomUUID(), keyArn);
    }
}
