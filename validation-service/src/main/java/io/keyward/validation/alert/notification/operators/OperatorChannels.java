package io.keyward.validation.alert.notification.operators;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.form.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels that are set for whoever runs the installation. Where they lead is not guarded: whoever sets them may reach anything. */
@ApplicationScoped
public class OperatorChannels {
    private static final String US = "US";

    private final List<String> addresses;
    private final Duration settle;
    private final Map<ChannelType, Destination> channels = new EnumMap<>(ChannelType.class);

    OperatorChannels(OperatorConfig config) {
        this.addresses = config.mail().orElse(List.of());
        this.settle = config.settle();
        config.webhook()
                .ifPresent(set -> channels.put(
                        ChannelType.WEBHOOK,
                        new Destination.Webhook(set.url(), set.secret().orElse(null), null, null, false)));
        config.pagerDuty()
                .ifPresent(set -> channels.put(
                        ChannelType.PAGER_DUTY,
                        new Destination.PagerDuty(set.serviceKey(), set.region().orElse(US))));
        config.opsGenie()
                .ifPresent(set -> channels.put(
                        ChannelType.OPS_GENIE,
                        new Destination.OpsGenie(set.apiKey(), set.region().orElse(US))));
        config.slack()
                .ifPresent(set -> channels.put(ChannelType.SLACK, new Destination.Slack(set.token(), set.channel())));
        config.teams()
                .ifPresent(set -> channels.put(ChannelType.MICROSOFT_TEAMS, new Destination.Teams(set.url(), false)));
    }

    /** How long something has to be over before that is told. */
    public Duration settle() {
        return settle;
    }

    /** Who gets a mail. */
    public List<String> addresses() {
        return addresses;
    }

    /** The channels other than mail. */
    public List<ChannelType> types() {
        return List.copyOf(channels.keySet());
    }

    /** Where a channel leads; empty when it is not set. */
    public Optional<Destination> destination(ChannelType type) {
        return Optional.ofNullable(channels.get(type));
    }
}
