package io.keyward.validation.alert.notification.operators;

import io.keyward.validation.alert.channel.ChannelType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The channels that are set for whoever runs the installation. */
@ApplicationScoped
public class OperatorChannels {
    private final OperatorConfig config;

    OperatorChannels(OperatorConfig config) {
        this.config = config;
    }

    /** Who gets a mail. */
    public List<String> addresses() {
        return config.mail().orElse(List.of());
    }

    /** The channels other than mail. */
    public List<ChannelType> types() {
        return Stream.of(
                        config.webhook().map(set -> ChannelType.WEBHOOK),
                        config.pagerDuty().map(set -> ChannelType.PAGER_DUTY),
                        config.opsGenie().map(set -> ChannelType.OPS_GENIE),
                        config.slack().map(set -> ChannelType.SLACK),
                        config.teams().map(set -> ChannelType.MICROSOFT_TEAMS))
                .flatMap(Optional::stream)
                .toList();
    }
}
