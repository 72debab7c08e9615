package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Delivers what is due: writes reminders, finds out whom a notice goes to, then hands out the deliveries, each on a context of its own, so that none waits
 * for another. Rounds may overlap: a delivery is in one of them only.
 */
@ApplicationScoped
class DeliveryRounds {
    private static final Logger LOG = Logger.getLogger(DeliveryRounds.class);

    private final ReminderStore reminders;
    private final NoticeQueueStore queue;
    private final DeliveryStore deliveries;
    private final Handling handling;
    private final Surroundings surroundings;

    DeliveryRounds(
            ReminderStore reminders,
            NoticeQueueStore queue,
            DeliveryStore deliveries,
            Handling handling,
            Surroundings surroundings) {
        this.reminders = reminders;
        this.queue = queue;
        this.deliveries = deliveries;
        this.handling = handling;
        this.surroundings = surroundings;
    }

    @Scheduled(every = "{keyward.notification.tick}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> round() {
        return reminders
                .remind(surroundings.now(), surroundings.batch())
                .chain(() -> queue.claim(UUID.randomUUID(), surroundings.now(), surroundings.batch()))
                .chain(notices -> each(notices, handling.addressing()::address))
                .chain(() -> deliveries.claim(UUID.randomUUID(), surroundings.now(), surroundings.batch()))
                .chain(found -> each(found, handling.postman()::deliver))
                .chain(() -> deliveries.oldestWaiting(surroundings.now()))
                .invoke(since -> handling.practice().measure(since, surroundings.now()))
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
                .invoke(failure -> LOG.warnf(failure, "what became of a delivery was not recorded; its lease lapses"))
                .onFailure()
                .recoverWithNull();
    }

    /** What is done with one notice, and with one delivery. */
    @ApplicationScoped
    static class Handling {
        private final Addressing addressing;
        private final Postman postman;
        private final Practice practice;

        Handling(Addressing addressing, Postman postman, Practice practice) {
            this.addressing = addressing;
            this.postman = postman;
            this.practice = practice;
        }

        Addressing addressing() {
            return addressing;
        }

        Postman postman() {
            return postman;
        }

        Practice practice() {
            return practice;
        }
    }

    /** What a round is told at start. */
    @ApplicationScoped
    static class Surroundings {
        private final Vertx vertx;
        private final Clock clock;
        private final int batch;

        Surroundings(Vertx vertx, Clock clock, NotificationConfig config) {
            this.vertx = vertx;
            this.clock = clock;
            this.batch = config.batch();
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
    }
}
