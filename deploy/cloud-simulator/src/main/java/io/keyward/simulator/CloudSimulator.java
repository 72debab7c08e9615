package io.keyward.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running simulator. One port serves every service; which one a request is for is read from its signature, as AWS itself does
 * behind a shared endpoint.
 */
public final class CloudSimulator implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

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
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().setStatusCode(404).end());
        await(server.listen(options.port(), options.host()));
        return new CloudSimulator(vertx, server, options);
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
