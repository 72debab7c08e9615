package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.queue.NoticeQueueStore;
import io.keyward.validation.alert.notification.queue.NoticeQueueStore.Unaddressed;
import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Addresses notices, one by one. */
@ApplicationScoped
class Addressing {
    private static final Logger LOG = Logger.getLogger(Addressing.class);

    private final NoticeQueueStore store;
    private final Recipients recipients;
    private final Clock clock;
    private final RetryCadence cadence;

    Addressing(NoticeQueueStore store, Recipients recipients, Clock clock, NotificationConfig config) {
        this.store = store;
        this.recipients = recipients;
        this.clock = clock;
        this.cadence = new RetryCadence(config);
    }

    /** Addresses one notice, or puts it off. Never fails but by a fault of the database. */
    Uni<Void> address(Unaddressed notice) {
        return recipients
                .of(notice)
                .map(found -> store.address(notice, found, clock.instant()))
                .onFailure()
                .recoverWithItem(failure -> putOff(notice, failure))
                .chain(outcome -> outcome);
    }

    private Uni<Void> putOff(Unaddressed notice, Throwable failure) {
        int failures = notice.failures() + 1;
        var now = clock.instant();
        if (failures == 1) {
            LOG.warnf(
                    "groupId=%s config-service does not say whom to tell; asked again: %s", notice.groupId(), failure);
        }
        return cadence.nextAttempt(
                        notice.createdAt(),
                        failures,
                        now,
                        ThreadLocalRandom.current().nextDouble())
                .map(next -> store.postpone(notice, next))
                .orElseGet(() -> giveUp(notice));
    }

    private Uni<Void> giveUp(Unaddressed notice) {
        LOG.errorf("groupId=%s nobody was told of alert %s: given up", notice.groupId(), notice.alertId());
        return store.giveUp(notice, clock.instant());
    }
}
