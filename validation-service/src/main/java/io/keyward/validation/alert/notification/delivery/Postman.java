package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.notification.delivery.DeliveryStore.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sends one mail to one recipient, and records what became of it. Between the two it may be sent again, under the same Message-ID. */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final DeliveryStore store;
    private final ReactiveMailer mailer;
    private final Clock clock;
    private final Practice practice;

    Postman(DeliveryStore store, ReactiveMailer mailer, Clock clock, Practice practice) {
        this.store = store;
        this.mailer = mailer;
        this.clock = clock;
        this.practice = practice;
    }

    /** Sends, or puts off. Never fails but by a fault of the database. */
    Uni<Void> deliver(Delivery delivery) {
        return send(delivery)
                .map(ignored -> sent(delivery))
                .onFailure()
                .recoverWithItem(failure -> putOff(delivery, failure))
                .chain(outcome -> outcome);
    }

    private Uni<Void> send(Delivery delivery) {
        var mail = Mail.withText(delivery.recipient(), delivery.subject(), delivery.body())
                .addHeader("Message-ID", delivery.messageId())
                .addHeader("Auto-Submitted", "auto-generated");
        return ContextHop.call(() ->
                mailer.send(mail).ifNoItem().after(practice.timeLimit()).fail().subscribeAsCompletionStage());
    }

    private Uni<Void> sent(Delivery delivery) {
        practice.countSent();
        return store.sent(delivery, clock.instant());
    }

    private Uni<Void> putOff(Delivery delivery, Throwable failure) {
        practice.countFailed();
        int failures = delivery.failures() + 1;
        var now = clock.instant();
        if (failures == 1) {
            LOG.warnf("mail %s could not be sent; tried again: %s", delivery.messageId(), failure);
        }
        double chance = ThreadLocalRandom.current().nextDouble();
        return practice.cadence()
                .nextAttempt(delivery.createdAt(), failures, now, chance)
                .map(next -> store.failed(delivery, failure.toString(), next))
                .orElseGet(() -> giveUp(delivery, failure));
    }

    private Uni<Void> giveUp(Delivery delivery, Throwable failure) {
        LOG.errorf("mail %s was never delivered: given up: %s", delivery.messageId(), failure);
        return store.givenUp(delivery, failure.toString(), clock.instant());
    }

    /** How attempts are made, and how many ended how. */
    @ApplicationScoped
    static class Practice {
        private final MailCadence cadence;
        private final Duration timeLimit;
        private final Counter sent;
        private final Counter failed;

        Practice(NotificationConfig config, MeterRegistry meters) {
            this.cadence = new MailCadence(config);
            this.timeLimit = config.timeLimit();
            this.sent = meters.counter("keyward.mails.sent");
            this.failed = meters.counter("keyward.mails.failed");
        }

        MailCadence cadence() {
            return cadence;
        }

        Duration timeLimit() {
            return timeLimit;
        }

        void countSent() {
            sent.increment();
        }

        void countFailed() {
            failed.increment();
        }
    }
}
