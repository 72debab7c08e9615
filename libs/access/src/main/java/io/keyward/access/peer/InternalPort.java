package io.keyward.access.peer;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.error.ErrorResponses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second port of a service. It leads to the same resources as the first one, but {@code /internal/…} exists on this one only, and
 * nothing else does: whoever exposes the first port to the world exposes nothing internal.
 */
@ApplicationScoped
public class InternalPort {
    private static final Logger LOG = Logger.getLogger(InternalPort.class);
    private static final int FIRST_OF_ALL = 2000;
    private static final int START_LIMIT_SECONDS = 10;
    private static final String PREFIX = "/internal/";

    private final Vertx vertx;
    private final InternalConfig config;
    private final ErrorResponses responses;
    private volatile @Nullable HttpServer server;

    InternalPort(Vertx vertx, InternalConfig config, ErrorResponses responses) {
        this.vertx = vertx;
        this.config = config;
        this.responses = responses;
    }

    /** The port it listens on, once the service has started. */
    public int port() {
        HttpServer running = server;
        if (running == null) {
            throw new IllegalStateException("The internal port is not open.");
        }
        return running.actualPort();
    }

    void register(@Observes Filters filters) {
        filters.register(this::separate, FIRST_OF_ALL);
    }

    void open(@Observes StartupEvent start) throws Exception {
        HttpServerOptions options =
                new HttpServerOptions().setHost(config.host()).setPort(config.port());
        server = vertx.createHttpServer(options)
                .requestHandler(VertxHttpRecorder.getRootHandler())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        LOG.infof("Internal port listening on %s:%d", config.host(), port());
    }

    void close(@Observes ShutdownEvent stop) {
        HttpServer running = server;
        if (running != null) {
            running.close().onFailure(failure -> LOG.warn("The internal port did not close", failure));
        }
    }

    private void separate(RoutingContext request) {
        boolean internalPath = (request.normalizedPath() + "/").startsWith(PREFIX);
        if (internalPath == cameInHere(request)) {
            request.next();
        } else {
            responses.end(request, Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, request.normalizedPath()));
        }
    }

    private boolean cameInHere(RoutingContext request) {
        HttpServer running = server;
        return running != null && request.request().localAddress().port() == running.actualPort();
    }
}
