package io.keyward.local.gateway;

import io.keyward.local.gateway.Replicas.Replica;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.List;

/** The way from service to service where there are several replicas of each: what a service of Kubernetes is there. It leads to internal ports. */
public final class Passage implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MAX_CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    private Passage() {}

    /** Opens a door before each service. Fails with IllegalStateException when a port is taken. */
    public static Passage open(List<Door> doors) {
        Passage passage = new Passage();
        doors.forEach(passage::open);
        return passage;
    }

    private void open(Door door) {
        HttpClient http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
        Replicas replicas = new Replicas(door.behind().stream()
                .map(ports -> new Replica(ports.internal(), ports.open()))
                .toList());
        replicas.watch(vertx, http, HOST);
        HttpProxy proxy =
                HttpProxy.reverseProxy(http).origin((OriginRequestProvider) context -> replicas.request(http, HOST));
        Gateway.await(vertx.createHttpServer().requestHandler(proxy).listen(door.port(), HOST));
    }

    @Override
    public void close() {
        Gateway.await(vertx.close());
    }

    /**
     * One service's.
     *
     * @param port where others call it
     * @param behind its replicas
     */
    public record Door(int port, List<Ports> behind) {}

    /** The two ports of a replica. */
    public record Ports(int open, int internal) {}
}
