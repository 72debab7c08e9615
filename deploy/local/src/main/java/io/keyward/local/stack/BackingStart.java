package io.keyward.local.stack;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.Ports;
import io.keyward.engines.PostgresEngine;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.mail.MailCatcher;
import io.keyward.local.service.Backing;
import io.keyward.local.service.Service;
import io.keyward.local.stack.StackOptions.WantedPorts;
import io.keyward.local.tls.LocalAuthority;
import io.keyward.local.tls.ServerIdentity;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Starts what the services stand on, the slow parts side by side. */
final class BackingStart {
    private final StackFolder folder;
    private final WantedPorts ports;
    private final Parts parts;
    private final Consumer<String> progress;

    BackingStart(StackFolder folder, WantedPorts ports, Parts parts, Consumer<String> progress) {
        this.folder = folder;
        this.ports = ports;
        this.parts = parts;
        this.progress = progress;
    }

    Backing start() {
        progress.accept("starting PostgreSQL, Kafka, the simulated cloud and the mail catcher");
        CompletableFuture<KafkaEngine> kafka = CompletableFuture.supplyAsync(this::kafka);
        CompletableFuture<PostgresEngine> postgres = CompletableFuture.supplyAsync(this::postgres);
        CompletableFuture<CloudSimulator> cloud = CompletableFuture.supplyAsync(this::cloud);
        CompletableFuture<MailCatcher> mail = CompletableFuture.supplyAsync(this::mail);
        CompletableFuture<ServerIdentity> identity = CompletableFuture.supplyAsync(this::identity);
        try {
            CompletableFuture.allOf(kafka, postgres, cloud, mail, identity).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("an engine did not start: " + e.getMessage(), e);
        }
        return new Backing(postgres.join(), kafka.join(), cloud.join(), mail.join(), identity.join());
    }

    /** {@code wanted} when it is free, else one that is; who asked for a certain one is told that it is another. */
    static int freeOr(int wanted, String whose, Consumer<String> progress) {
        if (wanted != 0 && Ports.isFree(wanted)) {
            return wanted;
        }
        int free = Ports.free();
        if (wanted != 0) {
            progress.accept("port %d is taken: %s gets %d".formatted(wanted, whose, free));
        }
        return free;
    }

    private KafkaEngine kafka() {
        return parts.own(KafkaEngine.start(folder.kafka(), freeOr(ports.kafka(), "Kafka", progress)));
    }

    private PostgresEngine postgres() {
        PostgresEngine engine =
                parts.own(PostgresEngine.start(folder.postgres(), freeOr(ports.postgres(), "PostgreSQL", progress)));
        for (Service service : Service.values()) {
            engine.createDatabase(service.database());
        }
        return engine;
    }

    private CloudSimulator cloud() {
        Options options = Options.defaults()
                .withPort(freeOr(ports.cloud(), "the simulated cloud", progress))
                .withStateFile(folder.cloudState());
        return parts.own(CloudSimulator.start(options));
    }

    private MailCatcher mail() {
        int smtp = freeOr(ports.smtp(), "the mail catcher", progress);
        return parts.own(MailCatcher.start(smtp, freeOr(ports.mail(), "the list of mails", progress)));
    }

    private ServerIdentity identity() {
        return LocalAuthority.open(folder.tls(), folder.caFile(), Instant.now(), progress);
    }
}
