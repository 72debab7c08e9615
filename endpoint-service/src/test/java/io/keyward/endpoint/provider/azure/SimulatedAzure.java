package io.keyward.endpoint.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.clouds.azure.AzureConfig;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.ProviderStage;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.keyward.simulator.azure.AzureAccounts;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator of Azure, and our provider in front of it, for one class of tests; the provider is a new one for each test, with all its patience. */
final class SimulatedAzure implements ProviderStage, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final String REGION = AzureAccounts.DEMO_LOCATION;
    static final String VAULT = "/subscriptions/" + AzureAccounts.CUSTOMER_SUBSCRIPTION + "/resourceGroups/"
            + AzureAccounts.DEMO_GROUP + "/providers/Microsoft.KeyVault/vaults/" + AzureAccounts.DEMO_VAULT;

    private static final String OURS = "keyward.azure.";
    private static final String NETWORK = "keyward.endpoint.azure.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final CloudSimulator simulator = CloudSimulator.start(Options.defaults());
    private final Vertx vertx = Vertx.vertx();
    private AzurePrivateEndpoints provider = provider(Map.of());

    @Override
    public void beforeEach(ExtensionContext context) {
        provider = provider(Map.of());
        control("PUT", "azure/private-endpoint-settings", """
                {"creation":"PT0S","deletion":"PT0S"}""");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        control("POST", "reset", "");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        simulator.close();
    }

    @Override
    public AzurePrivateEndpoints provider() {
        return provider;
    }

    @Override
    public AzurePrivateEndpoints neighbour() {
        return provider(Map.of(NETWORK + "installation", "neighbour"));
    }

    /** One with other settings. */
    AzurePrivateEndpoints provider(Map<String, String> changes) {
        var config = config(changes);
        var ourselves = config.getConfigMapping(AzureConfig.class);
        var subscription = config.getConfigMapping(AzureSubscription.class);
        var endpoints = config.getConfigMapping(AzureEndpointConfig.class);
        return new AzurePrivateEndpoints(
                new ResourceManager(new AzureWeb(vertx, ourselves), ourselves, endpoints, Clock.systemUTC()),
                new AzureNetworks(endpoints, ourselves, subscription),
                endpoints,
                ourselves,
                subscription);
    }

    @Override
    public Order order() {
        return order(VAULT);
    }

    static Order order(String vault) {
        return new Order(ObjectIds.next(), ObjectIds.next(), REGION, vault);
    }

    @Override
    public String region() {
        return REGION;
    }

    @Override
    public String elsewhere() {
        return "westeurope";
    }

    /** It is never otherwise. */
    @Override
    public void askForApproval() {}

    @Override
    public void approve(String ref) {
        act(ref, "approve");
    }

    @Override
    public void reject(String ref) {
        act(ref, "reject");
    }

    @Override
    public void vanish(String ref) {
        act(ref, "vanish");
    }

    JsonNode act(String ref, String what) {
        return control("POST", "azure/private-endpoints/" + ref + "/" + what, "");
    }

    @Override
    public void disturb(Request request, String disturbance) {
        disturb(
                "arm",
                switch (request) {
                    case LOOK -> "ListPrivateEndpointsByResourceGroup";
                    case CREATE -> "PutPrivateEndpoint";
                    case DELETE -> "DeletePrivateEndpoint";
                },
                disturbance);
    }

    void disturb(String service, String operation, String disturbance) {
        control("PUT", "disturbances/" + operation, """
                {"service":"%s","operation":"%s",%s}""".formatted(service, operation, disturbance));
    }

    @Override
    public <T> T await(Supplier<Uni<T>> work) {
        return ContextHop.onNewContext(vertx, work).await().atMost(Duration.ofSeconds(20));
    }

    Observation look(Order order) {
        return seen(provider, REGION).get(order.endpointId()).seen();
    }

    /** What the simulator answers to a request of its control API; anything but 200 fails. */
    JsonNode control(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/_control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private SmallRyeConfig config(Map<String, String> changes) {
        var settings = new HashMap<>(Map.of(
                OURS + "endpoint-override", simulator.endpoint().toString(),
                OURS + "tenant-id", AzureAccounts.PLATFORM_TENANT,
                OURS + "application-id", AzureAccounts.PLATFORM_APPLICATION,
                OURS + "application-secret", AzureAccounts.PLATFORM_APPLICATION_SECRET,
                OURS + "subscription-id", AzureAccounts.PLATFORM_SUBSCRIPTION,
                NETWORK + "installation", "test",
                NETWORK + "subnet-id", AzureAccounts.subnet("{region}")));
        settings.putAll(changes);
        return settings(settings);
    }

    static SmallRyeConfig settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AzureConfig.class)
                .withMapping(AzureSubscription.class)
                .withMapping(AzureEndpointConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
