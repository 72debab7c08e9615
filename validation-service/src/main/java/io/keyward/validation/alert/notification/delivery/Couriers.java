package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.transport.ChannelCourier;
import io.keyward.validation.alert.notification.transport.MailCourier;
import io.keyward.validation.alert.notification.transport.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a delivery by its channel. */
@ApplicationScoped
class Couriers {
    private static final String NOT_SET = "The channel is not set any more.";

    private final MailCourier mails;
    private final ChannelCourier channels;
    private final Destinations destinations;

    Couriers(MailCourier mails, ChannelCourier channels, Destinations destinations) {
        this.mails = mails;
        this.channels = channels;
        this.destinations = destinations;
    }

    /** Fails only where it could not even be tried. */
    Uni<Outcome> send(Delivery delivery, Notice notice) {
        if (delivery.route().type() == ChannelType.EMAIL) {
            return mails.send(delivery.recipient(), delivery.messageId(), notice);
        }
        return destinations.of(delivery).chain(found -> found.map(destination ->
                        channels.send(delivery.route().type(), destination, notice, delivery.messageId()))
                .orElseGet(() -> Uni.createFrom().item(Outcome.Failed.lasting(NOT_SET))));
    }
}
