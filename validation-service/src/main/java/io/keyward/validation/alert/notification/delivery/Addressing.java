package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.notification.delivery.MailQueueStore.Recipient;
import io.keyward.validation.alert.notification.delivery.MailQueueStore.Unaddressed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds out who gets a mail, when it is to be sent: who owned the project when the key was lost does not matter. */
@ApplicationScoped
class Addressing {
    private static final Logger LOG = Logger.getLogger(Addressing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MailQueueStore store;
    private final Owners owners;
    private final Sender sender;
    private final Clock clock;
    private final MailCadence cadence;

    Addressing(MailQueueStore store, Owners owners, Sender sender, Clock clock, NotificationConfig config) {
        this.store = store;
        this.owners = owners;
        this.sender = sender;
        this.clock = clock;
        this.cadence = new MailCadence(config);
    }

    /** Addresses one mail, or puts it off. Never fails but by a fault of the database. */
    Uni<Void> address(Unaddressed mail) {
        return ownersOf(mail)
                .map(found -> recipients(mail, found.stream().map(Owner::email)))
                .map(recipients -> store.address(mail, recipients, clock.instant()))
                .onFailure()
                .recoverWithItem(failure -> putOff(mail, failure))
                .chain(outcome -> outcome);
    }

    private Uni<List<Owner>> ownersOf(Unaddressed mail) {
        if (!mail.owners()) {
            return Uni.createFrom().item(List.of());
        }
        return ContextHop.call(() ->
                owners.of(mail.groupId()).ifNoItem().after(PATIENCE).fail().subscribeAsCompletionStage());
    }

    private List<Recipient> recipients(Unaddressed mail, Stream<String> owners) {
        var recipients = Stream.concat(owners, mail.addresses().stream())
                .filter(email -> email.contains("@"))
                .distinct()
                .map(email ->
                        new Recipient(email, MessageIds.of(mail.alertId(), mail.occasion(), email, sender.address())))
                .toList();
        if (recipients.isEmpty()) {
            LOG.warnf(
                    "groupId=%s nobody could be told of alert %s: neither an owner with an address, nor another one is known",
                    mail.groupId(), mail.alertId());
        }
        return recipients;
    }

    private Uni<Void> putOff(Unaddressed mail, Throwable failure) {
        int failures = mail.failures() + 1;
        var now = clock.instant();
        if (failures == 1) {
            LOG.warnf("groupId=%s config-service does not say whom to tell; asked again: %s", mail.groupId(), failure);
        }
        return cadence.nextAttempt(
                        mail.createdAt(),
                        failures,
                        now,
                        ThreadLocalRandom.current().nextDouble())
                .map(next -> store.postpone(mail, next))
                .orElseGet(() -> giveUp(mail));
    }

    private Uni<Void> giveUp(Unaddressed mail) {
        LOG.errorf("groupId=%s nobody was told of alert %s: given up", mail.groupId(), mail.alertId());
        return store.giveUp(mail, clock.instant());
    }
}
