package io.keyward.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.awaitility.core.ConditionFactory;

/** One project with one endpoint and one cluster, alone in its region, and what happens to it. */
public final class Lane {
    static final String CLUSTER = "orders";

    private static final Executor REQUESTS = Thread::startVirtualThread;

    private final Stage stage;
    private final Tenant tenant;
    private final String region;
    private String clusterId = "";
    private String endpointId = "";
    private String lostEndpointId = "";

    Lane(Stage stage, String region) {
        this.stage = stage;
        this.region = region;
        tenant = Tenant.arrive(stage, region);
        beToldByWebhook();
    }

    private void beToldByWebhook() {
        String body = """
                {"eventTypeName":"AWS_ENCRYPTION_KEY_INVALID","enabled":true,"notifications":[
                 {"typeName":"WEBHOOK","delayMin":0,"intervalMin":60,"webhookUrl":"%s"}]}""".formatted(stage.channels().webhook(tenant.groupId()));
        Reply.insist(() -> stage.api().post(tenant.project("/alertConfigs"), body))
                .expect(201);
    }

    /** Ids of what the webhook got, in its order. */
    public List<String> noticeIds() {
        return stage.channels().received("webhook", tenant.groupId()).stream()
                .map(request -> request.at("/headers/keyward-delivery").asText())
                .toList();
    }

    public Tenant tenant() {
        return tenant;
    }

    public String region() {
        return region;
    }

    public String clusterId() {
        return clusterId;
    }

    /** The endpoint that is there, or was in the end. */
    public String endpointId() {
        return endpointId;
    }

    /** The one that was taken away, and replaced. */
    public String lostEndpointId() {
        return lostEndpointId;
    }

    /** Asks for it. What the customer does in the cloud is answered with 200. */
    CompletableFuture<Reply> begin(Operation operation) {
        return CompletableFuture.supplyAsync(() -> ask(operation), REQUESTS);
    }

    private Reply ask(Operation operation) {
        return switch (operation) {
            case ENABLE -> tenant.configure();
            case CREATE_ENDPOINT -> tenant.endpoints().create(region);
            case CREATE_CLUSTER -> tenant.createCluster(CLUSTER);
            case STOP -> inTheCloud(tenant::disableKey);
            case RESUME -> inTheCloud(tenant::enableKey);
            case LOSE_ENDPOINT -> inTheCloud(this::takeEndpointAway);
            case DELETE_CLUSTER -> tenant.deleteCluster(CLUSTER);
            case DELETE_ENDPOINT -> tenant.endpoints().delete(endpointId);
            case OPEN_NETWORK -> tenant.privateNetworking(false);
        };
    }

    private static Reply inTheCloud(Runnable act) {
        act.run();
        return new Reply(200, java.util.Map.of(), "");
    }

    private void takeEndpointAway() {
        lostEndpointId = endpointId;
        stage.vpcEndpoints().happen(tenant.endpoints().reference(endpointId), "vanish");
    }

    /** Whether what was asked for is so, or is under way. */
    boolean isTaken(Operation operation) {
        return switch (operation) {
            case ENABLE -> tenant.configuration().path("enabled").asBoolean();
            case CREATE_ENDPOINT -> !tenant.endpoints().list().isEmpty();
            case CREATE_CLUSTER -> clusterReply().status() == 200;
            case STOP, RESUME, LOSE_ENDPOINT -> true;
            case DELETE_CLUSTER -> isClusterLeaving();
            case DELETE_ENDPOINT -> isEndpointLeaving();
            case OPEN_NETWORK ->
                !tenant.configuration().path("requirePrivateNetworking").asBoolean();
        };
    }

    private Reply clusterReply() {
        return stage.api().get(tenant.project("/clusters/" + CLUSTER));
    }

    private boolean isClusterLeaving() {
        Reply reply = clusterReply();
        return reply.status() == 404 || reply.at("/stateName").equals("DELETING");
    }

    private boolean isEndpointLeaving() {
        Reply reply = tenant.endpoints().get(endpointId);
        return reply.status() == 404 || reply.at("/status").equals("DELETING");
    }

    /** Waits until it is done, to the end. */
    void finish(Operation operation) {
        switch (operation) {
            case ENABLE -> tenant.privateNetworking(true).expect(200);
            case CREATE_ENDPOINT ->
                endpointId =
                        tenant.endpoints().await(region, "ACTIVE").path("id").asText();
            case CREATE_CLUSTER -> {
                tenant.awaitRunning(CLUSTER);
                clusterId = tenant.clusterId(CLUSTER);
            }
            case STOP -> tenant.awaitStopped(CLUSTER);
            case RESUME -> tenant.awaitRunning(CLUSTER);
            case LOSE_ENDPOINT -> {
                eventually(() -> tenant.endpoints().get(lostEndpointId).expect(404));
                endpointId =
                        tenant.endpoints().await(region, "ACTIVE").path("id").asText();
                assertThat(tenant.endpoints().list()).hasSize(1);
            }
            case DELETE_CLUSTER ->
                eventually(() -> assertThat(clusterReply().status()).isEqualTo(404));
            case DELETE_ENDPOINT -> {
                eventually(() -> tenant.endpoints().get(endpointId).expect(404));
                eventually(() -> assertThat(tenant.endpoints().list()).isEmpty());
            }
            case OPEN_NETWORK -> assertThat(isTaken(operation)).isTrue();
        }
        assertThat(standing()).as("endpoints of the project in the cloud").hasSize(wantedAfter(operation));
    }

    /** What the cloud has of the project. */
    private List<VpcEndpoint> standing() {
        return stage.vpcEndpoints().of(tenant.groupId()).stream()
                .filter(endpoint -> endpoint.exists() && !endpoint.state().equalsIgnoreCase("deleting"))
                .toList();
    }

    private static int wantedAfter(Operation operation) {
        return switch (operation) {
            case CREATE_ENDPOINT, CREATE_CLUSTER, STOP, RESUME, LOSE_ENDPOINT, DELETE_CLUSTER -> 1;
            case ENABLE, DELETE_ENDPOINT, OPEN_NETWORK -> 0;
        };
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable holds) {
        patience().untilAsserted(holds);
    }

    @Override
    public String toString() {
        return "the project in " + region;
    }

    private static ConditionFactory patience() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }
}
