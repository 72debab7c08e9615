package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Sealing;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.notification.NoticeJson;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.operators.OperatorChannels;
import io.smallrye.mutiny.Uni;
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
    private final ConfigurationStore configurations;
    private final OperatorChannels operators;
    private final Sealing sealing;
    private final NoticeJson json;

    Destinations(ConfigurationStore configurations, OperatorChannels operators, Sealing sealing, NoticeJson json) {
        this.configurations = configurations;
        this.operators = operators;
        this.sealing = sealing;
        this.json = json;
    }

    /** Empty when an operator's channel is not set any more. Fails when what opens it cannot be unsealed. */
    Uni<Optional<Destination>> of(Delivery delivery) {
        var route = delivery.route();
        if (route.groupId().isEmpty()) {
            return Uni.createFrom().item(() -> operators.destination(route.type()));
        }
        return configurations
                .find(route.groupId(), route.configurationId())
                .map(found -> found.flatMap(configuration -> current(configuration, delivery))
                        .orElseGet(() -> json.channel(route.channel())))
                .map(channel -> open(route.groupId(), channel));
    }

    /** Empty for people, who are reached by mail, and for what nothing goes out by. */
    public Optional<Destination> open(String groupId, Channel channel) {
        Function<Secret, String> key = secret -> sealing.open(groupId, secret.sealed());
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

    private static Optional<Channel> current(AlertConfiguration configuration, Delivery delivery) {
        return configuration.content().notifications().stream()
                .filter(notification -> notification.notifierId().equals(delivery.recipient()))
                .map(notification -> notification.channel())
                .filter(channel -> channel.type() == delivery.route().type())
                .findFirst();
    }

    private static @Nullable String opened(@Nullable Secret secret, Function<Secret, String> key) {
        return secret == null ? null : key.apply(secret);
    }
}
