package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Curl;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The heart of it: a key is brought, used, taken away and given back. */
@ExtendWith(Stage.Extension.class)
class StoryScenario {
    private static final String DATED = "application/vnd.atlas.2024-11-13+json";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Stage stage;

    StoryScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"P1", "V2", "V4", "V5", "K7"})
    void aKeyThatIsTakenAwayStopsItsClusterUntilItIsGivenBack() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "orders");
        String clusterId = tenant.clusterId("orders");

        // When
        tenant.disableKey();

        // Then
        tenant.awaitStopped("orders");
        JsonNode stopped = tenant.cluster("orders").path("customerKey");
        assertThat(stopped.path("key").asText()).isEqualTo(tenant.keyArn());
        assertThat(stopped.path("reason").toString()).contains("KEY_DISABLED");
        awaitValid(tenant, false);

        // When
        tenant.enableKey();

        // Then
        tenant.awaitRunning("orders");
        awaitValid(tenant, true);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(stage.events().typesOf(Topics.ENFORCEMENT, clusterId))
                .containsExactly(
                        "keyward.cluster.start-requested.v1",
                        "keyward.cluster.running.v1",
                        "keyward.cluster.stop-requested.v1",
                        "keyward.cluster.stopped.v1",
                        "keyward.cluster.resume-requested.v1",
                        "keyward.cluster.running.v1"));
    }

    @Test
    @Rule({"A5", "R3", "C1"})
    void theManualsCommandWorksAsPrintedWithItsDatedMediaType() {
        // Given
        Tenant tenant = Tenant.arrive(stage);

        // When
        Reply reply = Curl.run(
                "--user",
                stage.user(),
                "--digest",
                "--header",
                "Accept: " + DATED,
                "--header",
                "Content-Type: " + DATED,
                "--include",
                "--request",
                "PATCH",
                stage.baseUrl() + tenant.project("/encryptionAtRest/"),
                "--data",
                """

                {
                "awsKms": {
                "accessKeyID": "019dd98d94b4bb778e7552e4",
                "customerMasterKeyID": "%s",
                "enabled": true,
                "region": "US_EAST_1",
                "roleId": "%s",
                "secretAccessKey": "string",
                "requirePrivateNetworking": true
                }
                }""".formatted(tenant.keyArn(), tenant.roleId()));

        // Then
        reply.expect(200);
        assertThat(reply.header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.atlas.2023-01-01+json"));
        assertThat(reply.at("/awsKms/valid")).isEqualTo("true");
        assertThat(reply.at("/awsKms/requirePrivateNetworking")).isEqualTo("true");
        assertThat(reply.at("/awsKms/customerMasterKeyID")).isEqualTo(tenant.keyArn());
        assertThat(reply.json().path("awsKms").has("secretAccessKey")).isFalse();
        assertThat(reply.json().has("azureKeyVault")).isTrue();
        assertThat(reply.json().has("googleCloudKms")).isTrue();
    }

    @Test
    @Rule("A5")
    void theManualsOldCommandWorksAsPrintedPrettyAndInAnEnvelope() {
        // Given
        Tenant tenant = Tenant.arrive(stage);

        // When
        Reply reply = Curl.run(
                "--user",
                stage.user(),
                "--digest",
                "--header",
                "Accept: application/json",
                "--header",
                "Content-Type: application/json",
                "--include",
                "--request",
                "PATCH",
                stage.baseUrl() + "/api/atlas/v1.0/groups/" + tenant.groupId()
                        + "/encryptionAtRest?pretty=true&envelope=true",
                "--data",
                """

                {
                "awsKms": {
                "enabled": true,
                "roleId": "%s",
                "customerMasterKeyID": "%s",
                "region": "US_EAST_1"
                }
                }""".formatted(tenant.roleId(), tenant.keyArn()));

        // Then
        reply.expect(200);
        assertThat(reply.at("/status")).isEqualTo("200");
        assertThat(reply.at("/content/awsKms/valid")).isEqualTo("true");
        assertThat(reply.text()).contains("\n  ");
    }

    @Test
    @Rule({"V1", "V4"})
    void tryAgainResumesAtOnce() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "again");
        tenant.disableKey();
        tenant.awaitStopped("again");
        tenant.enableKey();

        // When
        Reply reply = tenant.checkNow();

        // Then
        reply.expect(200);
        assertThat(reply.text()).contains("VALID");
        tenant.awaitRunning("again");
    }

    @Test
    @Rule("V2")
    void aClusterThatIsCreatedUnderATakenKeyIsStoppedToo() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "first");
        tenant.disableKey();
        tenant.awaitStopped("first");

        // When
        Reply created = tenant.createCluster("second");

        // Then
        created.expect(201);
        tenant.awaitStopped("second");
    }

    @Test
    @Rule({"C8", "K2"})
    void aProjectIsCleanedUpInOrder() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-east-1", "leaving");
        String clusterId = tenant.clusterId("leaving");
        Api api = stage.api();
        String disable = "{\"awsKms\":{\"enabled\":false}}";
        Reply refused = api.patch(tenant.project("/encryptionAtRest"), disable);

        // When
        api.delete(tenant.project("/clusters/leaving")).expect(202);

        // Then
        assertThat(refused.expect(409).at("/errorCode")).isEqualTo("CANNOT_DISABLE_ENCRYPTION_AT_REST");
        assertThat(refused.at("/detail")).contains("leaving");
        await().atMost(A_WHILE).untilAsserted(() -> api.get(tenant.project("/clusters/leaving"))
                .expect(404));
        api.patch(tenant.project("/encryptionAtRest"), disable).expect(200);
        assertThat(tenant.configuration().path("enabled").asBoolean()).isFalse();
        await().atMost(A_WHILE).untilAsserted(() -> {
            assertThat(stage.events().typesOf(Topics.CLUSTERS, clusterId))
                    .last()
                    .isEqualTo("keyward.cluster.deleted.v1");
            assertThat(stage.events().typesOf(Topics.ENCRYPTION, tenant.groupId()))
                    .isEqualTo(List.of("keyward.encryption.configured.v1", "keyward.encryption.disabled.v1"));
            assertThat(stage.events().typesOf(Topics.ENFORCEMENT, clusterId))
                    .last()
                    .isEqualTo("keyward.cluster.removed.v1");
        });
    }

    /** Keys and clusters are told of on topics of their own, so what is read of the one may be a moment behind the other. */
    private static void awaitValid(Tenant tenant, boolean valid) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        tenant.configuration().path("valid").asBoolean())
                .isEqualTo(valid));
    }
}
