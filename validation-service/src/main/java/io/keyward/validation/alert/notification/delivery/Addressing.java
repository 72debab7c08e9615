package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.DeliveryIds;
import io.keyward.validation.alert.notification.delivery.NoticeQueueStore.Recipient;
import io.keyward.validation.alert.notification.delivery.NoticeQueueStore.Unaddressed;
import io.keyward.validation.alert.notification.people.Crowd;
import io.keyward.validation.alert.notification.people.People;
import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds out who gets a notice, when it is to be sent: who owned the project when the key was lost does not matter. */
@ApplicationScoped
class Addressing {
    private static final Logger LOG = Logger.getLogger(Addressing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NoticeQueueStore store;
    private final People people;
    private final Sender sender;
    private final Clock clock;
    private final RetryCadence cadence;

    Addressing(NoticeQueueStore store, People people, Sender sender, Clock clock, NotificationConfig config) {
        this.store = store;
        this.people = people;
        this.sender = sender;
        this.clock = clock;
        this.cadence = new RetryCadence(config);
    }

    /** Addresses one notice, or puts it off. Never fails but by a fault of the database. */
    Uni<Void> address(Unaddressed notice) {
        if (notice.type() != ChannelType.EMAIL) {
            return store.address(notice, List.of(channel(notice)), clock.instant());
        }
        return peopleOf(notice)
                .map(crowd -> recipients(notice, crowd.addresses(notice.roles())))
                .map(recipients -> store.address(notice, recipients, clock.instant()))
                .onFailure()
                .recoverWithItem(failure -> putOff(notice, failure))
                .chain(outcome -> outcome);
    }

    private static Recipient channel(Unaddressed notice) {
        var id = DeliveryIds.of(notice.alertId(), notice.occasion(), notice.sequence(), notice.audience());
        return new Recipient(notice.audience(), id);
    }

    private Uni<Crowd> peopleOf(Unaddressed notice) {
        if (notice.roles().isEmpty()) {
            return Uni.createFrom().item(new Crowd(List.of(), List.of()));
        }
        return ContextHop.call(() ->
                people.of(notice.groupId()).ifNoItem().after(PATIENCE).fail().subscribeAsCompletionStage());
    }

    private List<Recipient> recipients(Unaddressed notice, List<String> found) {
        var recipients = Stream.concat(found.stream(), notice.addresses().stream())
                .filter(email -> email.contains("@"))
                .distinct()
                .map(email -> new Recipient(
                        email, DeliveryIds.ofMail(notice.alertId(), notice.occasion(), email, sender.address())))
                .toList();
        if (recipients.isEmpty()) {
            LOG.warnf(
                    "groupId=%s nobody could be told of alert %s: nobody who is meant has an address",
                    notice.groupId(), notice.alertId());
        }
        return recipients;
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
