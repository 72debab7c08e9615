package io.keyward.local.stack;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.Ports;
import io.keyward.engines.PostgresEngine;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.mail.MailCatcher;
import io.keyward.local.service.Backing;
import io.keyward.local.service.Broker;
import io.keyward.local.service.Cloud;
import io.keyward.local.service.Service;
import io.keyward.local.stack.StackOptions.WantedPorts;
import io.keyward.local.tls.LocalAuthority;
import io.keyward.local.tls.ServerIdentity;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /** Everything within this process, but PostgreSQL. */
    Backing start() {
        return start(this::kafka, this::cloud);
    }

    /** The same over engines of their own. */
    Backing over(Outposts outposts) {
        return start(outposts::kafka, () -> cloud(outposts.cloudEndpoint()));
    }

    private Backing start(Supplier<Broker> broker, Supplier<Cloud> clouds) {
        progress.accept("starting PostgreSQL, Kafka, the simulated cloud and the mail catcher");
        CompletableFuture<Broker> kafka = CompletableFuture.supplyAsync(broker);
        CompletableFuture<PostgresEngine> postgres = CompletableFuture.supplyAsync(this::postgres);
        CompletableFuture<Cloud> cloud = CompletableFuture.supplyAsync(clouds);
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

    private Broker kafka() {
        return parts.own(new KafkaWithin(KafkaEngine.start(folder.kafka(), freeOr(ports.kafka(), "Kafka", progress))));
    }

    private PostgresEngine postgres() {
        PostgresEngine engine =
                parts.own(PostgresEngine.start(folder.postgres(), freeOr(ports.postgres(), "PostgreSQL", progress)));
        for (Service service : Service.values()) {
            engine.createDatabase(service.database());
        }
        return engine;
    }

    private Cloud cloud() {
        Options options = Options.defaults()
                .withPort(freeOr(ports.cloud(), "the simulated cloud", progress))
                .withStateFile(folder.cloudState());
        return cloud(parts.own(CloudSimulator.start(options)).endpoint());
    }

    private static Cloud cloud(URI endpoint) {
        return new Cloud(endpoint, Options.DEFAULT_ACCESS_KEY_ID, Options.DEFAULT_SECRET_ACCESS_KEY);
    }

    private MailCatcher mail() {
        int smtp = freeOr(ports.smtp(), "the mail catcher", progress);
        return parts.own(MailCatcher.start(smtp, freeOr(ports.mail(), "the list of mails", progress)));
    }

    private ServerIdentity identity() {
        return LocalAuthority.open(folder.tls(), folder.caFile(), Instant.now(), progress);
    }

    /** Kafka in this process. */
    private record KafkaWithin(KafkaEngine engine) implements Broker {
        @Override
        public String bootstrap() {
            return engine.bootstrap();
        }

        @Override
        public void stop() {
            engine.stop();
        }

        @Override
        public void restart() {
            engine.restart();
        }
    }
}
