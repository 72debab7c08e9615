package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.NoticeJson;
import io.keyward.validation.alert.notification.queue.Delivery;
import io.keyward.validation.alert.notification.queue.DeliveryStore;
import io.keyward.validation.alert.notification.transport.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Delivers one notice to one recipient, and records what became of it. Between the two it may go out again, under the same id. */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    /** Whoever owns the channel can do nothing about it, and has no business in what failed. */
    private static final String UNTRIED = "It could not be tried: a fault of Keyward's own, which is in its log.";

    private final DeliveryStore store;
    private final Couriers couriers;
    private final NoticeJson json;
    private final Clock clock;
    private final Practice practice;

    Postman(DeliveryStore store, Couriers couriers, NoticeJson json, Clock clock, Practice practice) {
        this.store = store;
        this.couriers = couriers;
        this.json = json;
        this.clock = clock;
        this.practice = practice;
    }

    /** Delivers, or puts off. Never fails but by a fault of the database. */
    Uni<Void> deliver(Delivery delivery) {
        return Uni.createFrom()
                .deferred(() -> attempt(delivery))
                .onFailure()
                .recoverWithItem(failure -> Optional.of(untried(delivery, failure)))
                .chain(tried -> tried.map(outcome -> record(delivery, outcome)).orElseGet(() -> withdraw(delivery)));
    }

    private Uni<Void> record(Delivery delivery, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered ignored -> sent(delivery);
            case Outcome.Failed failed -> putOff(delivery, failed);
        };
    }

    private Uni<Void> withdraw(Delivery delivery) {
        LOG.infof("%s %s is not wanted any more", delivery.route().type(), delivery.messageId());
        return store.withdraw(delivery);
    }

    private Uni<Optional<Outcome>> attempt(Delivery delivery) {
        return couriers.send(delivery, json.notice(delivery.content()).on(delivery.occasion()));
    }

    private static Outcome untried(Delivery delivery, Throwable fault) {
        if (delivery.failures() == 0) {
            LOG.warnf(fault, "%s %s could not even be tried", delivery.route().type(), delivery.messageId());
        }
        return Outcome.Failed.passing(UNTRIED);
    }

    private Uni<Void> sent(Delivery delivery) {
        practice.countDelivered(delivery.route().type());
        return store.sent(delivery, clock.instant());
    }

    private Uni<Void> putOff(Delivery delivery, Outcome.Failed failed) {
        practice.countFailed(delivery.route().type());
        int failures = delivery.failures() + 1;
        var now = clock.instant();
        if (failures == 1) {
            LOG.warnf(
                    "%s %s could not be delivered; tried again: %s",
                    delivery.route().type(), delivery.messageId(), failed.why());
        }
        double chance = ThreadLocalRandom.current().nextDouble();
        return practice.cadence()
                .nextAttempt(delivery.createdAt(), failures, now, chance, failed)
                .map(next -> store.failed(delivery, failed.why(), now, next))
                .orElseGet(() -> giveUp(delivery, failed));
    }

    private Uni<Void> giveUp(Delivery delivery, Outcome.Failed failed) {
        practice.countGivenUp(delivery.route().type());
        LOG.errorf(
                "%s %s was never delivered: given up: %s", delivery.route().type(), delivery.messageId(), failed.why());
        return store.givenUp(delivery, failed.why(), clock.instant());
    }
}
