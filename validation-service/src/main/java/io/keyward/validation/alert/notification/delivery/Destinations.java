package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Sealing;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.NoticeJson;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.operators.OperatorChannels;
import io.keyward.validation.alert.notification.queue.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a delivery goes, at the moment of sending. A token that was replaced since the last attempt is the one that counts; a configuration that is
 * gone is as it was when the alert opened.
 */
@ApplicationScoped
public class Destinations {
    private static final String HIDDEN = "*".repeat(8);

    private final OperatorChannels operators;
    private final Sealing sealing;
    private final NoticeJson json;

    Destinations(OperatorChannels operators, Sealing sealing, NoticeJson json) {
        this.operators = operators;
        this.sealing = sealing;
        this.json = json;
    }

    /**
     * Empty when an operator's channel is not set any more. Fails when what opens it cannot be unsealed.
     *
     * @param configuration as it is now; empty when it is gone, and for operators
     */
    Optional<Destination> of(Delivery delivery, Optional<AlertConfiguration.Content> configuration) {
        var route = delivery.route();
        if (route.groupId().isEmpty()) {
            return operators.destination(route.type());
        }
        var channel = configuration
                .flatMap(content -> current(content, delivery))
                .orElseGet(() -> json.channel(route.channel()));
        return open(route.groupId(), channel);
    }

    /** Empty for people, who are reached by mail, and for what nothing goes out by. */
    public Optional<Destination> open(String groupId, Channel channel) {
        return opened(channel, secret -> sealing.open(groupId, secret.sealed()));
    }

    /** The same for whoever only shows what would be sent: nothing secret is in it, and nothing is opened with it. */
    public static Optional<Destination> shown(Channel channel) {
        return opened(channel, secret -> HIDDEN);
    }

    private static Optional<Destination> opened(Channel channel, Function<Secret, String> key) {
        return Optional.ofNullable(
                switch (channel) {
                    case Channel.Datadog to ->
                        new Destination.Datadog(key.apply(to.datadogApiKey()), to.datadogRegion());
                    case Channel.MicrosoftTeams to ->
                        new Destination.Teams(key.apply(to.microsoftTeamsWebhookUrl()), true);
                    case Channel.OpsGenie to ->
                        new Destination.OpsGenie(key.apply(to.opsGenieApiKey()), to.opsGenieRegion());
                    case Channel.PagerDuty to -> new Destination.PagerDuty(key.apply(to.serviceKey()), to.region());
                    case Channel.Slack to -> new Destination.Slack(key.apply(to.apiToken()), to.channelName());
                    case Channel.VictorOps to ->
                        new Destination.VictorOps(
                                key.apply(to.victorOpsApiKey()), opened(to.victorOpsRoutingKey(), key));
                    case Channel.Webhook to ->
                        new Destination.Webhook(
                                key.apply(to.webhookUrl()),
                                opened(to.webhookSecret(), key),
                                to.webhookBodyTemplate(),
                                to.webhookHeadersTemplate(),
                                true);
                    case Channel.Email ignored -> null;
                    case Channel.Group ignored -> null;
                    case Channel.Org ignored -> null;
                    case Channel.Team ignored -> null;
                    case Channel.User ignored -> null;
                    case Channel.Sms ignored -> null;
                    case Channel.HipChat ignored -> null;
                });
    }

    private static Optional<Channel> current(AlertConfiguration.Content configuration, Delivery delivery) {
        return configuration.notifications().stream()
                .filter(notification -> notification.notifierId().equals(delivery.recipient()))
                .map(notification -> notification.channel())
                .filter(channel -> channel.type() == delivery.route().type())
                .findFirst();
    }

    private static @Nullable String opened(@Nullable Secret secret, Function<Secret, String> key) {
        return secret == null ? null : key.apply(secret);
    }
}
