package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.notification.queue.DeliveryQueueStore;
import io.keyward.validation.alert.notification.queue.NoticeQueueStore;
import io.keyward.validation.alert.notification.queue.ReminderStore;
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
 * Delivers what is due: takes reminders back and writes new ones, finds out whom a notice goes to, and hands out the deliveries, each on a context of its own, so
 * that none waits for another. What is addressed already does not wait for what is not; and whatever fails, everything else is done. Rounds may overlap: a
 * delivery is in one of them only.
 */
@ApplicationScoped
class DeliveryRounds {
    private static final Logger LOG = Logger.getLogger(DeliveryRounds.class);

    private final Queues queues;
    private final Handling handling;
    private final Surroundings surroundings;

    DeliveryRounds(Queues queues, Handling handling, Surroundings surroundings) {
        this.queues = queues;
        this.handling = handling;
        this.surroundings = surroundings;
    }

    @Scheduled(every = "{keyward.notification.tick}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> round() {
        return step("reminders were not looked after", this::remind)
                .chain(() -> Uni.join()
                        .all(step("nothing was delivered", this::deliver), step("nothing was addressed", this::address))
                        .andFailFast())
                .chain(() -> step("what waits was not measured", this::measure));
    }

    private Uni<Void> remind() {
        return queues.reminders()
                .withdraw(surroundings.now())
                .chain(() -> queues.reminders().remind(surroundings.now(), surroundings.batch()))
                .replaceWithVoid();
    }

    /** Delivers at once what has just been addressed. */
    private Uni<Void> address() {
        return queues.notices()
                .claim(UUID.randomUUID(), surroundings.now(), surroundings.batch())
                .chain(notices -> each(notices, handling.addressing()::address)
                        .chain(() -> notices.isEmpty() ? Uni.createFrom().voidItem() : deliver()));
    }

    private Uni<Void> deliver() {
        return queues.deliveries()
                .claim(UUID.randomUUID(), surroundings.now(), surroundings.batch())
                .chain(found -> each(found, handling.postman()::deliver));
    }

    private Uni<Void> measure() {
        return queues.deliveries()
                .oldestWaiting(surroundings.now())
                .invoke(since -> handling.practice().measure(since, surroundings.now()))
                .replaceWithVoid();
    }

    private <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(item ->
                        step("what became of a delivery was not recorded; its lease lapses", () -> work.apply(item)))
                .merge(Math.max(1, items.size()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** On a context of its own; what fails ends nothing else. */
    private Uni<Void> step(String complaint, Supplier<Uni<Void>> work) {
        return ContextHop.onNewContext(surroundings.vertx(), work)
                .onFailure()
                .invoke(failure -> LOG.warn(complaint, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** What waits. */
    @ApplicationScoped
    static class Queues {
        private final ReminderStore reminders;
        private final NoticeQueueStore notices;
        private final DeliveryQueueStore deliveries;

        Queues(ReminderStore reminders, NoticeQueueStore notices, DeliveryQueueStore deliveries) {
            this.reminders = reminders;
            this.notices = notices;
            this.deliveries = deliveries;
        }

        ReminderStore reminders() {
            return reminders;
        }

        NoticeQueueStore notices() {
            return notices;
        }

        DeliveryQueueStore deliveries() {
            return deliveries;
        }
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
