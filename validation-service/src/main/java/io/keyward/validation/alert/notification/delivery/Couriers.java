package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.queue.Delivery;
import io.keyward.validation.alert.notification.transport.ChannelCourier;
import io.keyward.validation.alert.notification.transport.MailCourier;
import io.keyward.validation.alert.notification.transport.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sends a delivery by its channel, to whoever wants it now. */
@ApplicationScoped
class Couriers {
    private static final String NOT_SET = "The channel is not set any more.";

    private final MailCourier mails;
    private final ChannelCourier channels;
    private final Destinations destinations;
    private final ConfigurationStore configurations;

    Couriers(MailCourier mails, ChannelCourier channels, Destinations destinations, ConfigurationStore configurations) {
        this.mails = mails;
        this.channels = channels;
        this.destinations = destinations;
        this.configurations = configurations;
    }

    /** Empty when nobody wants it any more, and it was not sent. Fails only where it could not even be tried. */
    Uni<Optional<Outcome>> send(Delivery delivery, Notice notice) {
        return wishes(delivery)
                .chain(wishes -> WishRules.isWanted(delivery, wishes)
                        ? send(delivery, notice, wishes).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<AlertConfiguration.Content>> wishes(Delivery delivery) {
        var route = delivery.route();
        return route.configurationId().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : configurations
                        .find(route.groupId(), route.configurationId())
                        .map(found -> found.map(AlertConfiguration::content));
    }

    private Uni<Outcome> send(Delivery delivery, Notice notice, Optional<AlertConfiguration.Content> wishes) {
        if (delivery.route().type() == ChannelType.EMAIL) {
            return mails.send(delivery.recipient(), delivery.messageId(), notice);
        }
        return destinations
                .of(delivery, wishes)
                .map(destination -> channels.send(delivery.route().type(), destination, notice, delivery.messageId()))
                .orElseGet(() -> Uni.createFrom().item(Outcome.Failed.lasting(NOT_SET)));
    }
}
