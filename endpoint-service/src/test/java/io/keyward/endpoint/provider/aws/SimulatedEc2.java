package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.ProviderStage;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.simulator.Accounts;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator of EC2, and our provider in front of it, for one class of tests. Three networks: the shared one, that of a project that has its VPC alone, and
 * that of a project whose VPC has no DNS names. It answers at once unless a test has it otherwise.
 */
final class SimulatedEc2 implements ProviderStage, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final String REGION = "us-east-1";
    static final String INSTALLATION = "test";

    /** A project that has the network {@code vpc-alone}, with private DNS. */
    static final String ALONE = ObjectIds.next();

    /** A project that has the network {@code vpc-nameless}, where names cannot be private. */
    static final String NAMELESS = ObjectIds.next();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final CloudSimulator simulator = CloudSimulator.start(Options.defaults());
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Ec2Clients clients = new Ec2Clients(awsClients(secret(), "3s"));
    private final AwsPrivateEndpoints provider = provider(clients);

    SimulatedEc2() {
        network("vpc-alone", "true");
        network("vpc-nameless", "false");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        control("PUT", "endpoint-settings", """
                {"creation":"PT0S","deletion":"PT0S","deletedVisible":"PT0S"}""");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        control("POST", "reset", "");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        clients.close();
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public AwsPrivateEndpoints provider() {
        return provider;
    }

    @Override
    public AwsPrivateEndpoints neighbour() {
        var settings = networks();
        settings.put("keyward.endpoint.aws.installation", "neighbour");
        return provider(clients, settings);
    }

    @Override
    public Order order() {
        return order(ObjectIds.next());
    }

    @Override
    public String region() {
        return REGION;
    }

    @Override
    public String elsewhere() {
        return "eu-west-1";
    }

    @Override
    public void askForApproval() {
        control("PUT", "endpoint-creations/all", """
                {"state":"pendingAcceptance"}""");
    }

    @Override
    public void approve(String ref) {
        control("POST", "endpoints/" + ref + "/activate", "");
    }

    @Override
    public void reject(String ref) {
        control("POST", "endpoints/" + ref + "/reject", "");
    }

    @Override
    public void vanish(String ref) {
        control("POST", "endpoints/" + ref + "/vanish", "");
    }

    @Override
    public void disturb(Request request, String disturbance) {
        var operation =
                switch (request) {
                    case LOOK -> "DescribeVpcEndpoints";
                    case CREATE -> "CreateVpcEndpoint";
                    case DELETE -> "DeleteVpcEndpoints";
                };
        control("PUT", "disturbances/" + operation, """
                {"service":"ec2","operation":"%s",%s}""".formatted(operation, disturbance));
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    String secret() {
        return simulator.platformSecretAccessKey();
    }

    static Order order(String groupId) {
        return new Order(ObjectIds.next(), groupId, REGION, null);
    }

    String made(Uni<Answer> creation) {
        return ((Answer.Accepted) await(() -> creation)).ref();
    }

    Map<String, Sighting> seen(String region) {
        return seen(provider, region);
    }

    @Override
    public <T> T await(Supplier<Uni<T>> work) {
        return ContextHop.onNewContext(vertx, work).await().atMost(Duration.ofSeconds(20));
    }

    /** Runs {@code work} with a provider of other credentials or of other patience. */
    void with(String secret, String callTimeout, Consumer<AwsPrivateEndpoints> work) {
        var others = new Ec2Clients(awsClients(secret, callTimeout));
        try {
            work.accept(provider(others));
        } finally {
            others.close();
        }
    }

    /** A provider that no network is configured for. */
    AwsPrivateEndpoints providerWithoutNetwork() {
        return provider(clients, Map.of());
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

    private AwsPrivateEndpoints provider(Ec2Clients clients) {
        return provider(clients, networks());
    }

    private static Map<String, String> networks() {
        var settings = new HashMap<String, String>();
        settings.put("keyward.endpoint.aws.installation", INSTALLATION);
        settings.put("keyward.endpoint.aws.vpc-id", Accounts.PLATFORM_VPC);
        settings.put("keyward.endpoint.aws.subnet-ids", Accounts.PLATFORM_SUBNET);
        settings.put("keyward.endpoint.aws.security-group-ids", Accounts.PLATFORM_SECURITY_GROUP);
        Map.of(ALONE, "vpc-alone", NAMELESS, "vpc-nameless").forEach((project, vpc) -> {
            var prefix = "keyward.endpoint.aws.projects.\"" + project + "\".";
            settings.put(prefix + "vpc-id", vpc);
            settings.put(prefix + "subnet-ids", "subnet-" + vpc);
            settings.put(prefix + "security-group-ids", "sg-" + vpc);
            settings.put(prefix + "private-dns", "true");
        });
        return settings;
    }

    private AwsPrivateEndpoints provider(Ec2Clients clients, Map<String, String> settings) {
        var config = config(settings).getConfigMapping(AwsEndpointConfig.class);
        var aws = config(settings).getConfigMapping(AwsConfig.class);
        return new AwsPrivateEndpoints(clients, new AwsNetworks(config), new AwsNotices(meters), config, aws);
    }

    private void network(String vpc, String dnsHostnames) {
        control("PUT", "networks/" + vpc, """
                {"subnetIds":["subnet-%1$s"],"securityGroupIds":["sg-%1$s"],"dnsHostnames":%2$s}""".formatted(vpc, dnsHostnames));
    }

    private AwsClients awsClients(String secret, String callTimeout) {
        var settings = Map.of(
                "keyward.aws.endpoint",
                simulator.endpoint().toString(),
                "keyward.aws.access-key-id",
                simulator.platformAccessKeyId(),
                "keyward.aws.secret-access-key",
                secret,
                "keyward.aws.call-timeout",
                callTimeout);
        return new AwsClients(config(settings).getConfigMapping(AwsConfig.class));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AwsConfig.class)
                .withMapping(AwsEndpointConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
