package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends what is due: first finds out whom a mail goes to, then hands the mails out, each on a context of its own, so that none waits for another. Rounds
 * may overlap: a mail is in one of them only.
 */
@ApplicationScoped
class MailRounds {
    private static final Logger LOG = Logger.getLogger(MailRounds.class);

    private final MailQueueStore queue;
    private final DeliveryStore deliveries;
    private final Addressing addressing;
    private final Postman postman;
    private final Surroundings surroundings;

    MailRounds(
            MailQueueStore queue,
            DeliveryStore deliveries,
            Addressing addressing,
            Postman postman,
            Surroundings surroundings) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.addressing = addressing;
        this.postman = postman;
        this.surroundings = surroundings;
    }

    @Scheduled(every = "{keyward.notification.tick}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> round() {
        return queue.claim(UUID.randomUUID(), surroundings.now(), surroundings.batch())
                .chain(mails -> each(mails, addressing::address))
                .chain(() -> deliveries.claim(UUID.randomUUID(), surroundings.now(), surroundings.batch()))
                .chain(found -> each(found, postman::deliver))
                .chain(() -> deliveries.oldestWaiting())
                .invoke(surroundings::measure)
                .replaceWithVoid();
    }

    private <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(item -> alone(() -> work.apply(item)))
                .merge(Math.max(1, items.size()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> alone(Supplier<Uni<Void>> work) {
        return ContextHop.onNewContext(surroundings.vertx(), work)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "what became of a mail was not recorded; its lease lapses"))
                .onFailure()
                .recoverWithNull();
    }

    /** What a round is told at start, and where it leaves how long the oldest mail has waited. */
    @ApplicationScoped
    static class Surroundings {
        private final Vertx vertx;
        private final Clock clock;
        private final int batch;
        private final AtomicLong oldestSeconds;

        Surroundings(Vertx vertx, Clock clock, NotificationConfig config, MeterRegistry meters) {
            this.vertx = vertx;
            this.clock = clock;
            this.batch = config.batch();
            this.oldestSeconds = meters.gauge("keyward.mails.oldest.undelivered.seconds", new AtomicLong());
        }

        Vertx vertx() {
            return vertx;
        }

        Instant now() {
            return clock.instant();
        }

        int batch() {
            return batch;
        }

        void measure(Optional<Instant> oldest) {
            oldestSeconds.set(
                    oldest.map(at -> Duration.between(at, now()).toSeconds()).orElse(0L));
        }
    }
}
