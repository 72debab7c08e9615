package io.keyward.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.keyward.driver.keyward.Reports;
import io.keyward.driver.keyward.Wishes;
import io.keyward.driver.percona.PerconaClusters;
import io.keyward.driver.plan.Wish;
import io.keyward.driver.plan.Wish.Want;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole rounds against an API server that keeps objects, and is made to fail where a test says so. */
@EnableKubernetesMockClient(crud = true)
class RoundTest {
    private static final String ID = "32b6e34b3d91647abb20e7b8";
    private static final String CLUSTERS =
            "/apis/psmdb.percona.com/v1/perconaservermongodbs?labelSelector=keyward.io%2Fcluster-id";
    private static final String ONE = "/apis/psmdb.percona.com/v1/namespaces/db/perconaservermongodbs/orders";

    KubernetesMockServer server;
    KubernetesClient client;

    private final FakeKeyward keyward = new FakeKeyward();
    private final Wishes wishes = new Wishes();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long revision;
    private Round round;

    @BeforeEach
    void start() {
        client.getConfiguration().setRequestRetryBackoffLimit(0);
        round = newRound();
    }

    @AfterEach
    void stop() {
        keyward.close();
    }

    @Test
    void stopsAndReportsOnceThatIsSeen() throws Exception {
        // Given
        cluster(false, "ready");
        want(7, Want.STOP);

        // When
        assertThat(round.run()).isTrue();

        // Then
        assertThat(isPaused()).isTrue();
        assertThat(annotations())
                .containsEntry("keyward.io/paused-by", "kubernetes-driver")
                .containsEntry("keyward.io/request", "7");
        assertThat(keyward.reports()).isEmpty();

        // When
        state("stopping");
        round.run();
        state("paused");
        round.run();
        round.run();

        // Then
        assertThat(keyward.reports())
                .containsExactly(
                        "/api/keyward/v1/clusters/" + ID + "/observed {\"requestRevision\":7,\"state\":\"STOPPED\"}");
    }

    @Test
    void aRunningBackupDefersAndSaysSo() throws Exception {
        // Given
        cluster(false, "ready");
        task("PerconaServerMongoDBBackup", "nightly", "running");
        task("PerconaServerMongoDBBackup", "yesterday", "ready");
        task("PerconaServerMongoDBRestore", "waits", "waiting");
        want(7, Want.STOP);

        // When
        round.run();

        // Then: the operator is asked at once, and waits by itself
        assertThat(isPaused()).isTrue();
        assertThat(keyward.reports()).singleElement().asString().contains("DEFERRED", "deferred by backup: nightly\"");

        // When
        task("PerconaServerMongoDBBackup", "nightly", "ready");
        state("paused");
        round.run();

        // Then
        assertThat(keyward.reports()).hasSize(2).last().asString().contains("STOPPED");
    }

    @Test
    void resumesWhatItPaused() throws Exception {
        // Given
        cluster(false, "ready");
        want(7, Want.STOP);
        round.run();
        state("paused");
        round.run();

        // When
        want(9, Want.START);
        round.run();

        // Then
        assertThat(isPaused()).isFalse();
        assertThat(annotations().get("keyward.io/paused-by")).isNull();
        assertThat(annotations().get("keyward.io/request")).isNull();
        assertThat(keyward.reports()).hasSize(1);

        // When
        state("ready");
        round.run();

        // Then
        assertThat(keyward.reports()).last().asString().contains("\"requestRevision\":9,\"state\":\"RUNNING\"");
    }

    @Test
    void neverResumesWhatSomebodyElsePaused() throws Exception {
        // Given
        cluster(true, "paused");
        want(7, Want.STOP);
        round.run();
        assertThat(keyward.reports()).last().asString().contains("STOPPED", "paused by somebody else", "db/orders");

        // When
        want(9, Want.START);
        round.run();

        // Then
        assertThat(isPaused()).isTrue();
        assertThat(keyward.reports())
                .last()
                .asString()
                .contains("\"requestRevision\":9,\"state\":\"STOPPED\"", "has to resume it");
    }

    @Test
    void pausesAgainWhatSomebodyResumed() throws Exception {
        // Given
        cluster(false, "ready");
        want(7, Want.STAY_STOPPED);

        // When
        round.run();

        // Then
        assertThat(isPaused()).isTrue();
        assertThat(keyward.reports()).singleElement().asString().contains("RUNNING", "somebody resumed it");
    }

    @Test
    void aMarkThatWasLeftIsTakenAway() throws Exception {
        // Given: stopped by us, resumed by somebody
        cluster(false, "ready");
        want(7, Want.STOP);
        round.run();
        edit(resource ->
                ((Map<String, Object>) resource.getAdditionalProperties().get("spec")).put("pause", false));

        // When
        want(9, Want.STAY_RUNNING);
        round.run();

        // Then
        assertThat(annotations().get("keyward.io/paused-by")).isNull();
    }

    @Test
    void aStateOfAnOlderSpecificationIsNotBelieved() throws Exception {
        // Given: stopped once, started since, and the operator has not looked yet
        create("""
            {"apiVersion":"psmdb.percona.com/v1","kind":"PerconaServerMongoDB",
             "metadata":{"name":"orders","namespace":"db","generation":5,"labels":{"keyward.io/cluster-id":"%s"}},
             "spec":{"pause":true},"status":{"state":"paused","observedGeneration":0}}\
            """.formatted(ID));
        want(7, Want.STOP);

        // When
        round.run();

        // Then
        assertThat(keyward.reports()).isEmpty();
    }

    @Test
    void whoBeginsAnewRepeatsHarmlessly() throws Exception {
        // Given: killed after pausing, before it could tell
        cluster(false, "ready");
        want(7, Want.STOP);
        round.run();
        String version = resource().getMetadata().getResourceVersion();
        state("paused");
        version = resource().getMetadata().getResourceVersion();

        // When
        newRound().run();
        newRound().run();

        // Then
        assertThat(resource().getMetadata().getResourceVersion()).isEqualTo(version);
        assertThat(keyward.reports()).hasSize(2).allMatch(report -> report.contains("STOPPED"));
    }

    @Test
    void aClusterThatNobodyLabelledIsSaidAndNotReported() throws Exception {
        // Given
        want(7, Want.STOP);

        // When, Then
        assertThat(round.run()).isFalse();
        assertThat(keyward.reports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 429, 500, 503})
    void aRefusedChangeIsTriedAgain(int status) throws Exception {
        // Given
        cluster(false, "ready");
        want(7, Want.STOP);
        server.expect().patch().withPath(ONE).andReturn(status, "{}").once();

        // When, Then
        assertThat(round.run()).isFalse();
        assertThat(isPaused()).isFalse();
        assertThat(keyward.reports()).isEmpty();

        // When, Then
        assertThat(round.run()).isTrue();
        assertThat(isPaused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void whatCannotBeListedIsNotReported(int status) throws Exception {
        // Given
        cluster(true, "paused");
        want(7, Want.STOP);
        server.expect().get().withPath(CLUSTERS).andReturn(status, "{}").once();

        // When, Then
        assertThat(round.run()).isFalse();
        assertThat(keyward.reports()).isEmpty();

        // When, Then
        assertThat(round.run()).isTrue();
        assertThat(keyward.reports()).hasSize(1);
    }

    @Test
    void anApiServerThatDoesNotAnswerStopsNothingAndReportsNothing() throws Exception {
        // Given
        cluster(true, "paused");
        want(7, Want.STOP);
        server.shutdown();

        // When, Then
        assertThat(round.run()).isFalse();
        assertThat(keyward.reports()).isEmpty();
    }

    @Test
    void aStopDoesNotWaitForLeaveToSeeBackups() throws Exception {
        // Given
        cluster(false, "ready");
        want(7, Want.STOP);
        server.expect()
                .get()
                .withPath("/apis/psmdb.percona.com/v1/namespaces/db/perconaservermongodbbackups")
                .andReturn(403, "{}")
                .always();

        // When
        boolean well = round.run();

        // Then
        assertThat(well).isFalse();
        assertThat(isPaused()).isTrue();
    }

    @Test
    void oneResourceThatCannotBePausedHoldsUpNoOther() throws Exception {
        // Given
        cluster(false, "ready");
        create("""
            {"apiVersion":"psmdb.percona.com/v1","kind":"PerconaServerMongoDB",
             "metadata":{"name":"orders-too","namespace":"db","labels":{"keyward.io/cluster-id":"%s"}},
             "spec":{"pause":false},"status":{"state":"ready"}}\
            """.formatted(ID));
        want(7, Want.STOP);
        server.expect().patch().withPath(ONE).andReturn(403, "{}").once();
        server.expect().patch().withPath(ONE + "-too").andReturn(500, "{}").once();

        // When, Then: each was tried once
        assertThat(round.run()).isFalse();
        assertThat(round.run()).isTrue();
        assertThat(isPaused()).isTrue();
        assertThat(keyward.reports()).isEmpty();
    }

    @Test
    void aReportThatIsNotTakenIsMadeAgain() throws Exception {
        // Given
        cluster(true, "paused");
        want(7, Want.STOP);
        keyward.answerWith(503);
        assertThat(round.run()).isFalse();

        // When
        keyward.answerWith(200);

        // Then
        assertThat(round.run()).isTrue();
        assertThat(keyward.reports()).hasSize(1);

        // When
        now = now.plus(Duration.ofMinutes(2));
        round.run();

        // Then
        assertThat(keyward.reports()).hasSize(2);
    }

    @Test
    void anOlderWordChangesNothing() throws Exception {
        // Given
        cluster(false, "ready");
        wishes.take(new Wish(ID, 20, 9, Want.STAY_RUNNING));

        // When
        wishes.take(new Wish(ID, 19, 7, Want.STOP));
        round.run();

        // Then
        assertThat(isPaused()).isFalse();
    }

    @Test
    void readsEventsAndPassesOverOthers() {
        // When
        wishes.take("""
            {"type":"keyward.cluster.stop-requested.v1","clusterId":"%s","revision":5,"occurredAt":"2026-01-01T00:00:00Z",
             "actor":{"type":"SYSTEM","id":"x","name":"x"},
             "enforcement":{"groupId":"g","clusterName":"orders","requestRevision":3,"since":"2026-01-01T00:00:00Z","reasons":[]}}\
            """.formatted(ID));
        wishes.take("{\"type\":\"keyward.cluster.sent-to-the-moon.v1\",\"revision\":6}");
        wishes.take("no event");
        wishes.take((String) null);

        // Then
        assertThat(wishes.all()).containsExactly(new Wish(ID, 5, 3, Want.STOP));
    }

    private Round newRound() {
        return new Round(
                wishes, new PerconaClusters(client), new Reports(keyward.base(), "driver", "private"), () -> now);
    }

    private void want(long request, Want want) {
        wishes.take(new Wish(ID, ++revision, request, want));
    }

    private void cluster(boolean pause, String state) {
        create("""
            {"apiVersion":"psmdb.percona.com/v1","kind":"PerconaServerMongoDB",
             "metadata":{"name":"orders","namespace":"db","labels":{"keyward.io/cluster-id":"%s"}},
             "spec":{"pause":%s},"status":{"state":"%s"}}\
            """.formatted(ID, pause, state));
    }

    private void task(String kind, String name, String state) {
        create("""
            {"apiVersion":"psmdb.percona.com/v1","kind":"%s","metadata":{"name":"%s","namespace":"db"},
             "spec":{"clusterName":"orders"},"status":{"state":"%s"}}\
            """.formatted(kind, name, state));
    }

    private void create(String json) {
        var resource = Serialization.unmarshal(json, GenericKubernetesResource.class);
        kind(resource.getKind()).inNamespace("db").resource(resource).createOr(existing -> existing.update());
    }

    private void state(String state) {
        edit(resource ->
                ((Map<String, Object>) resource.getAdditionalProperties().get("status")).put("state", state));
    }

    private void edit(java.util.function.Consumer<GenericKubernetesResource> change) {
        var resource = resource();
        change.accept(resource);
        kind(resource.getKind()).inNamespace("db").resource(resource).update();
    }

    private GenericKubernetesResource resource() {
        return kind("PerconaServerMongoDB").inNamespace("db").withName("orders").get();
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            kind(String kind) {
        return client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                .withGroup("psmdb.percona.com")
                .withVersion("v1")
                .withKind(kind)
                .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
                .withNamespaced(true)
                .build());
    }

    private boolean isPaused() {
        return Boolean.TRUE.equals(resource().get("spec", "pause"));
    }

    private Map<String, String> annotations() {
        var annotations = resource().getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }
}
