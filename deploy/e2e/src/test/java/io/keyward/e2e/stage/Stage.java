package io.keyward.e2e.stage;

import io.keyward.e2e.cloud.AzureDirectory;
import io.keyward.e2e.cloud.AzureVault;
import io.keyward.e2e.cloud.Channels;
import io.keyward.e2e.cloud.Cloud;
import io.keyward.e2e.cloud.GoogleKey;
import io.keyward.e2e.cloud.Outages;
import io.keyward.e2e.cloud.Trail;
import io.keyward.e2e.cloud.VpcEndpoints;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Contract;
import io.keyward.e2e.http.Digest;
import io.keyward.e2e.http.Reply;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.service.Service;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running stack with its packaged services, for all scenarios of a run. A scenario asks for it as a parameter, brings its own tenant and
 * leaves everything running. Scenarios run side by side: one that takes something away from all of them (a service, an engine, a role, the usual
 * pace) says {@code @Isolated}, and one that cuts off a region has that region for itself.
 */
public final class Stage implements AutoCloseable {
    /** For how long a key may go unchecked before people are told. */
    public static final Duration NETWORK_DELAY = Duration.ofSeconds(2);

    /** How long the cloud has to make an endpoint: more than it takes to kill a service and start it again. */
    public static final Duration CREATION_LIMIT = Duration.ofSeconds(30);

    private static final Path FOLDER = Path.of("target", "stage").toAbsolutePath();

    /**
     * Services are killed here: what they had taken is soon anybody's again, as far as their settings allow. Who does not report a stop is told of
     * soon, too.
     */
    private static final Tuning TUNING = Tuning.QUICK
            .withAcknowledge(Tuning.Acknowledge.REPORTED)
            .withSetting("keyward.guard.canary", "false")
            .withSetting("keyward.endpoint.visible-within", "4s")
            .withSetting("keyward.azure.call-timeout", "1500ms")
            .withSetting("keyward.endpoint.look-time-limit", "4s")
            .withSetting("keyward.endpoint.lease", "8s")
            .withSetting("keyward.endpoint.creation-limit", CREATION_LIMIT.toString())
            .withSetting("keyward.endpoint.retry-failed-after", "2s")
            .withSetting("keyward.endpoint.longest-pause", "2s")
            .withSetting("keyward.check.lease", "9s")
            // Many keys are taken away at once here, by tenants who know nothing of each other.
            .withSetting("keyward.guard.keys", "100000")
            .withSetting("keyward.alert.network-delay", NETWORK_DELAY.toString())
            .withSetting("keyward.cluster.rollback-after", "6s")
            .withSetting("keyward.cluster.rollback-sweep", "1s")
            .withSetting("keyward.cluster.pause-again-after", "0s")
            .withSetting("keyward.alert.stop-unobserved-after", "3s")
            .withSetting("keyward.fleet.sweep", "2s")
            .withSetting("keyward.endpoint.sweep", "5s")
            .withSetting("quarkus.log.console.json.enabled", "true");

    private final Path folder;
    private final OperatorIssuer operators = OperatorIssuer.start();
    private final Collector collector = Collector.start();
    private final LocalStack stack;
    private final Events events;
    private final Driver driver;

    private Stage(Path folder, Map<String, String> settings) {
        this.folder = folder;
        stack = LocalStack.start(StackOptions.isolated(folder)
                .withUse(StackFolder.Use.EMPTY_FIRST)
                .withStarts(StackOptions.Starts.CACHED)
                .withTuning(TUNING.withSettings(operators.settings())
                        .withSettings(collector.settings())
                        .withSettings(settings)));
        events = new Events(stack.addresses().kafka());
        driver = new Driver(events, driverApi());
    }

    /** One for a scenario by itself, which sets what others could not bear; it has to be closed. */
    static Stage apart(String name, Map<String, String> settings) {
        return new Stage(FOLDER.resolveSibling("stage-" + name), settings);
    }

    /** The API, called by the organisation's owner. */
    public Api api() {
        return new Api(
                baseUrl(), stack.addresses().publicKey(), stack.addresses().privateKey());
    }

    /** The API, called by whatever runs the databases. */
    public Api driverApi() {
        return api().as(
                        stack.credentials().driverPublicKey(),
                        stack.credentials().driverPrivateKey());
    }

    /** The API, called by one of the operators of the installation. */
    public Api operatorApi() {
        return api().bearing(operators.token());
    }

    /** The identity provider of the operators. */
    public OperatorIssuer operators() {
        return operators;
    }

    /** Where the services tell of traces. */
    public Collector collector() {
        return collector;
    }

    public URI baseUrl() {
        return URI.create(stack.addresses().baseUrl());
    }

    public String orgId() {
        return stack.addresses().orgId();
    }

    /** The organisation that is there from the start. */
    public Organization organization() {
        return new Organization(api(), orgId());
    }

    /** Another organisation. */
    public Organization newOrganization() {
        String name = "another " + Tenant.someName();
        Reply created = operatorApi()
                .post(
                        "/api/keyward/v1/orgs",
                        "{\"name\":\"%s\",\"owner\":{\"name\":\"Another Owner\",\"email\":\"owner@another.example\"}}"
                                .formatted(name))
                .expect(201);
        Api owner = api().as(created.at("/apiKey/publicKey"), created.at("/apiKey/privateKey"));
        return new Organization(owner, created.at("/organization/id"));
    }

    /** For curl: {@code public:private}. */
    public String user() {
        return stack.addresses().publicKey() + ":" + stack.addresses().privateKey();
    }

    public String privateKey() {
        return stack.addresses().privateKey();
    }

    /** What the service keeps instead of the private key, and must never show. */
    public String ha1() {
        return Digest.ha1(stack.addresses().publicKey(), "MMS Public API", privateKey());
    }

    public Cloud cloud() {
        return new Cloud(cloudUrl());
    }

    /** A key vault of a customer's on Azure. */
    public AzureVault newVault() {
        return AzureVault.create(cloudUrl());
    }

    /** The same in another of the customer's subscriptions. */
    public AzureVault newVault(String subscription) {
        return AzureVault.create(cloudUrl(), subscription);
    }

    /** The customer's directory on Azure. */
    public AzureDirectory azureDirectory() {
        return new AzureDirectory(cloudUrl());
    }

    /** A key of a customer's on Google Cloud, which that service account may use. */
    public GoogleKey newGoogleKey(String account) {
        return GoogleKey.create(cloudUrl(), account);
    }

    private URI cloudUrl() {
        return URI.create(stack.addresses().cloudUrl());
    }

    public Outages outages() {
        return new Outages(cloudUrl());
    }

    /** What was called in the cloud. */
    public Trail trail() {
        return new Trail(cloudUrl());
    }

    /** The endpoints as they are in the cloud. */
    public VpcEndpoints vpcEndpoints() {
        return new VpcEndpoints(cloudUrl());
    }

    /** Where notices go that are no mails. */
    public Channels channels() {
        return new Channels(cloudUrl());
    }

    /** What was mailed. */
    public Mails mails() {
        return new Mails(stack.addresses().mailUrl());
    }

    /** Whatever runs the databases. */
    public Driver driver() {
        return driver;
    }

    public Events events() {
        return events;
    }

    /** Faults of our own parts: kill and start services, stop and start the engines. */
    public LocalStack stack() {
        return stack;
    }

    /** Kills a service without notice and starts it again; returns when it is ready. */
    public void killAndStart(Service service) {
        stack.services().kill(service);
        stack.services().start(service);
    }

    /** Everything that the services have logged so far. */
    public String logs() {
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            return files.filter(Files::isRegularFile).map(Stage::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        driver.close();
        events.close();
        stack.close();
        operators.close();
        collector.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the stage to whoever asks, holds every test to the API's document, and takes the stage down after the last scenario. */
    public static final class Extension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            Contract.requireKept();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            Contract.requireKept();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Stage.class, key -> new Stage(FOLDER, Map.of()), Stage.class);
        }
    }
}
