package io.keyward.validation.alert.notification.health;

import io.keyward.validation.alert.channel.Notification;
import java.util.List;

/** How the channels of a project's alert configurations fare, as of one moment. */
public final class ProjectHealth {
    /** Nothing was ever sent. */
    public static final ProjectHealth NONE = new ProjectHealth(List.of());

    private final List<Attempts> attempts;

    ProjectHealth(List<Attempts> attempts) {
        this.attempts = List.copyOf(attempts);
    }

    /** How a notification of a configuration fares. */
    public ChannelHealth of(String configurationId, Notification notification) {
        return HealthRules.of(
                notification,
                attempts.stream()
                        .filter(some -> some.configurationId().equals(configurationId))
                        .toList());
    }
}
