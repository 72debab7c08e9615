package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.contracts.Topics;
import io.keyward.e2e.cloud.Trail.Call;
import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Kafka and PostgreSQL go away for a while and come back. */
@ExtendWith(Stage.Extension.class)
@Isolated("stops Kafka and PostgreSQL")
@Rule("P3")
class EngineScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String REGION = "eu-west-1";

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
    @Rule({"E1", "E9"})
    void withoutKafkaAnEndpointIsHadAtOnceAndEverybodyHearsOfItAfterwards() {
        // Given
        Tenant tenant;
        stage.stack().kafka().stop();

        // When
        try {
            tenant = Tenant.covered(stage, REGION);
            tenant.createCluster("covered").expect(201);
        } finally {
            stage.stack().kafka().restart();
        }

        // Then
        tenant.awaitRunning("covered");
        awaitActivationTold(tenant);
        String reference = tenant.endpoints()
                .of(REGION)
                .path("privateEndpointConnectionName")
                .asText();
        long now = stage.trail().latest();
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(stage.trail().usesOf(tenant.keyArn(), now))
                .extracting(Call::path)
                .contains(reference));

        // When
        tenant.removeCluster("covered");
        tenant.endpoints().remove(REGION);

        // Then
        tenant.privateNetworking(false).expect(200);
    }

    @Test
    @Rule("E12")
    void withoutPostgresEndpointsUnderWayWaitAndGoOn() {
        // Given
        Tenant coming = Tenant.arrive(stage, REGION);
        coming.configure().expect(200);
        coming.privateNetworking(true).expect(200);
        Tenant going = Tenant.covered(stage, REGION);
        String endpointId = going.endpoints().id(REGION);

        // When
        coming.endpoints().create(REGION).expect(202);
        going.endpoints().delete(endpointId).expect(204);
        stage.stack().postgres().stop();
        Reply refused;
        try {
            refused = await().atMost(A_WHILE)
                    .until(() -> coming.endpoints().create("eu-west-2"), reply -> reply.status() == 503);
        } finally {
            stage.stack().postgres().restart();
        }

        // Then
        assertThat(refused.header("retry-after")).isPresent();
        coming.endpoints().await(REGION, "ACTIVE");
        await().atMost(A_WHILE)
                .untilAsserted(() -> going.endpoints().get(endpointId).expect(404));
        assertThat(coming.endpoints().list()).hasSize(1);
        assertThat(stage.vpcEndpoints().of(coming.groupId())).hasSize(1).allMatch(VpcEndpoint::exists);
        assertThat(stage.vpcEndpoints().of(going.groupId())).hasSize(1).noneMatch(EngineScenario::stands);
        awaitActivationTold(coming);
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

    private static boolean stands(VpcEndpoint endpoint) {
        return endpoint.exists() && !endpoint.state().equalsIgnoreCase("deleting");
    }

    private void awaitActivationTold(Tenant tenant) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(endpointEvents(tenant))
                .containsExactly("keyward.endpoint.requested.v1", "keyward.endpoint.activated.v1"));
    }

    /** What was told of the project's endpoints, each event once. */
    private List<String> endpointEvents(Tenant tenant) {
        return stage.events().all().stream()
                .filter(message -> message.topic().equals(Topics.ENDPOINTS))
                .filter(message ->
                        message.value().at("/endpoint/groupId").asText().equals(tenant.groupId()))
                .map(Message::key)
                .distinct()
                .flatMap(id -> stage.events().typesOf(Topics.ENDPOINTS, id).stream())
                .toList();
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
