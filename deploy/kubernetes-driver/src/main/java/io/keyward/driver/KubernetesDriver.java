package io.keyward.driver;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.keyward.driver.keyward.Reports;
import io.keyward.driver.keyward.WishReader;
import io.keyward.driver.keyward.Wishes;
import io.keyward.driver.percona.PerconaClusters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The program. Exit status 1 and the names of all settings that are missing or wrong. */
public final class KubernetesDriver {
    private static final System.Logger LOG = System.getLogger(KubernetesDriver.class.getName());
    private static final Duration HUNG = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int NOT_YET = 503;
    private static final int PATIENCE_MS = 10_000;

    private final InstantSource clock = InstantSource.system();
    private volatile Instant lastRound = clock.instant();

    private KubernetesDriver() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new KubernetesDriver().run(settings());
    }

    private static Settings settings() {
        try {
            return Settings.of(System.getenv());
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /** A client that asks once: what fails is tried again by the next round. */
    static KubernetesClient client() {
        return new KubernetesClientBuilder()
                .editOrNewConfig()
                .withRequestTimeout(PATIENCE_MS)
                .withConnectionTimeout(PATIENCE_MS)
                .withRequestRetryBackoffLimit(0)
                .endConfig()
                .build();
    }

    private void run(Settings settings) throws IOException, InterruptedException {
        var wishes = new Wishes();
        var reader = new WishReader(settings.kafka(), wishes);
        var health = health(settings.healthPort(), reader);
        Thread.ofPlatform().name("wishes").daemon().start(reader);
        try (var client = client()) {
            var reports = new Reports(settings.keyward(), settings.publicKey(), settings.privateKey());
            var round = new Round(wishes, new PerconaClusters(client), reports, clock);
            while (!Thread.currentThread().isInterrupted()) {
                if (reader.isCaughtUp()) {
                    var _ = round.run();
                }
                lastRound = clock.instant();
                Thread.sleep(settings.round());
            }
        } finally {
            health.stop(0);
        }
    }

    /** Alive while it goes round, ready once it has read what is wanted. Neither depends on Kubernetes or Keyward. */
    private HttpServer health(int port, WishReader reader) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/q/health", exchange -> {
            boolean alive = lastRound.plus(HUNG).isAfter(clock.instant());
            boolean asksForReady = exchange.getRequestURI().getPath().endsWith("/ready");
            exchange.sendResponseHeaders(alive && (!asksForReady || reader.isCaughtUp()) ? OK : NOT_YET, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
