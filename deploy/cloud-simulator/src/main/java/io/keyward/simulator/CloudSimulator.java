package io.keyward.simulator;

import io.keyward.simulator.azure.Azure;
import io.keyward.simulator.channels.ChannelFakes;
import io.keyward.simulator.control.ControlApi;
import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.control.EndpointBatches;
import io.keyward.simulator.control.EndpointControl;
import io.keyward.simulator.control.EventBridgeControl;
import io.keyward.simulator.control.KeyBatches;
import io.keyward.simulator.control.KeyControl;
import io.keyward.simulator.control.NetworkControl;
import io.keyward.simulator.control.OperationLog;
import io.keyward.simulator.control.Weather;
import io.keyward.simulator.events.EventBridge;
import io.keyward.simulator.google.Google;
import io.keyward.simulator.hosts.HostedCloud;
import io.keyward.simulator.hosts.SimulatedHosts;
import io.keyward.simulator.port.Port;
import io.keyward.simulator.world.Keeper;
import io.keyward.simulator.world.Snapshot;
import io.keyward.simulator.world.StateFile;
import io.keyward.simulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running simulator. One port serves every service. Which one of AWS a request is for is read from its signature, as AWS itself does
 * behind a shared endpoint; hosts of other clouds are paths.
 */
public final class CloudSimulator implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final int IDLE_SECONDS = 300;
    private static final String ROOT = "/";

    private final Vertx vertx;
    private final HttpServer server;
    private final Options options;

    private CloudSimulator(Vertx vertx, HttpServer server, Options options) {
        this.vertx = vertx;
        this.server = server;
        this.options = options;
    }

    /** Starts a simulator and returns once it answers. Fails with IllegalStateException when the port is taken or the state file unreadable. */
    public static CloudSimulator start(Options options) {
        Optional<StateFile> file = Optional.ofNullable(options.stateFile()).map(StateFile::new);
        Optional<Snapshot> kept = file.flatMap(StateFile::read);
        World world = new World(kept.orElseGet(Snapshot::empty));
        Seeds.plant(world, options, kept.isEmpty(), Instant.now());
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            Keeper keeper = new Keeper(vertx, world, file);
            HttpServer server = vertx.createHttpServer(serving()).requestHandler(front(vertx, world, keeper));
            await(keeper.keep().compose(seeded -> server.listen(options.port(), options.host())));
            return new CloudSimulator(vertx, server, options);
        } catch (IllegalStateException e) {
            await(vertx.close());
            throw e;
        }
    }

    /** Runs until it is stopped: {@code --host}, {@code --port}, {@code --state-file}, {@code --platform-access-key-id}. */
    public static void main(String... arguments) {
        Options options = CommandLine.read(List.of(arguments), System.getenv());
        CloudSimulator simulator = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop-simulator"));
        System.getLogger(CloudSimulator.class.getName())
                .log(System.Logger.Level.INFO, "simulated clouds listen on {0}", simulator.endpoint());
    }

    /** Like AWS it speaks HTTP/1.1 alone: Java's own client, when it may change to HTTP/2 on the way, trips over long bodies. */
    private static HttpServerOptions serving() {
        return new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setHttp2ClearTextEnabled(false);
    }

    /** SDKs ask for the root whatever they want; only the rest has to be routed. */
    private static Handler<HttpServerRequest> front(Vertx vertx, World world, Keeper keeper) {
        Weather weather = new Weather();
        OperationLog log = new OperationLog();
        SimulatedClock clock = new SimulatedClock(Clock.systemUTC(), world);
        PrivatePaths paths = new PrivatePaths(world, clock);
        EventBridge bridge = new EventBridge(vertx);
        Dispatcher dispatcher = new Dispatcher(world, log, clock, paths, bridge);
        Port port = new Port(vertx, weather, keeper);
        List<HostedCloud> clouds = clouds(world, clock);
        SimulatedHosts hosts = new SimulatedHosts(port, clouds, log, clock::now);
        Handler<HttpServerRequest> aws =
                request -> port.receive(request, call -> new AwsExchange(Ticket.of(call), paths, dispatcher));
        Router router = Router.router(vertx);
        ControlRoutes routes = new ControlRoutes(router, keeper);
        new ControlApi(world, weather, log, () -> clouds.forEach(HostedCloud::reset)).mount(routes);
        clouds.forEach(cloud -> cloud.mount(routes));
        new KeyControl(world).mount(routes);
        new EndpointControl(world, clock::now, Accounts.network()).mount(routes);
        new EndpointBatches(world, clock::now, Accounts.network()).mount(routes);
        new NetworkControl(world, Accounts.PLATFORM).mount(routes);
        new EventBridgeControl(bridge).mount(routes);
        new KeyBatches(world, clock::now, Accounts.PLATFORM_ARN).mount(routes);
        new ChannelFakes(vertx, Clock.systemUTC()).mount(router, routes);
        hosts.mount(router);
        router.route("/_control/*").handler(request -> request.fail(404));
        router.route().handler(request -> aws.handle(request.request()));
        return request -> (ROOT.equals(request.path()) ? aws : router).handle(request);
    }

    /** Whose services are hosts of their own names; AWS is served behind one endpoint instead. */
    private static List<HostedCloud> clouds(World world, SimulatedClock clock) {
        return List.of(new Azure(world, clock::now, clock::realNow), new Google(world, clock::now, clock::realNow));
    }

    public int port() {
        return server.actualPort();
    }

    /** What an SDK takes as its endpoint override, whatever the service. */
    public URI endpoint() {
        return URI.create("http://" + options.host() + ":" + port());
    }

    public String platformAccessKeyId() {
        return options.platformAccessKeyId();
    }

    public String platformSecretAccessKey() {
        return options.platformSecretAccessKey();
    }

    public String platformArn() {
        return Accounts.PLATFORM_ARN;
    }

    public String customerAccountId() {
        return Accounts.CUSTOMER;
    }

    public String platformAccountId() {
        return Accounts.PLATFORM;
    }

    public String canaryRoleArn() {
        return Accounts.CANARY_ROLE_ARN;
    }

    public String canaryExternalId() {
        return Accounts.CANARY_EXTERNAL_ID;
    }

    public String demoRoleArn() {
        return Accounts.DEMO_ROLE_ARN;
    }

    public String demoKeyArn() {
        return Accounts.DEMO_KEY_ARN;
    }

    /** Stops listening; what was acknowledged is in the state file already. */
    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the simulator", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the simulator did not start or stop: " + e.getMessage(), e);
        }
    }
}
