package io.keyward.local.stack;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.Ports;
import io.keyward.engines.PostgresEngine;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.service.Backing;
import io.keyward.local.service.Service;
import io.keyward.local.stack.StackOptions.WantedPorts;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Starts what the services stand on, the slow parts side by side. */
final class BackingStart {
    private final StackFolder folder;
    private final WantedPorts ports;
    private final Parts parts;

    BackingStart(StackFolder folder, WantedPorts ports, Parts parts) {
        this.folder = folder;
        this.ports = ports;
        this.parts = parts;
    }

    Backing start(Consumer<String> progress) {
        progress.accept("starting PostgreSQL, Kafka and the simulated cloud");
        CompletableFuture<KafkaEngine> kafka = CompletableFuture.supplyAsync(this::kafka);
        CompletableFuture<PostgresEngine> postgres = CompletableFuture.supplyAsync(this::postgres);
        CompletableFuture<CloudSimulator> cloud = CompletableFuture.supplyAsync(this::cloud);
        try {
            CompletableFuture.allOf(kafka, postgres, cloud).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("an engine did not start: " + e.getMessage(), e);
        }
        return new Backing(postgres.join(), kafka.join(), cloud.join());
    }

    /** {@code wanted} when it is free, else one that is. */
    static int freeOr(int wanted) {
        return wanted != 0 && Ports.isFree(wanted) ? wanted : Ports.free();
    }

    private KafkaEngine kafka() {
        return parts.own(KafkaEngine.start(folder.kafka(), freeOr(ports.kafka())));
    }

    private PostgresEngine postgres() {
        PostgresEngine engine = parts.own(PostgresEngine.start(folder.postgres(), freeOr(ports.postgres())));
        for (Service service : Service.values()) {
            engine.createDatabase(service.database());
        }
        return engine;
    }

    private CloudSimulator cloud() {
        Options options = Options.defaults().withPort(freeOr(ports.cloud())).withStateFile(folder.cloudState());
        return parts.own(CloudSimulator.start(options));
    }
}
