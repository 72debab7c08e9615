package io.keyward.validation.alert.configuration;

import io.keyward.contracts.Actor;
import io.keyward.contracts.AlertConfigEvent;
import io.keyward.contracts.AlertConfigEvent.AlertConfig;
import io.keyward.contracts.AlertConfigEvent.AlertConfigCreated;
import io.keyward.contracts.AlertConfigEvent.AlertConfigDeleted;
import io.keyward.contracts.AlertConfigEvent.AlertConfigUpdated;
import io.keyward.contracts.AlertConfigEvent.Threshold;
import io.keyward.contracts.AlertEvent;
import io.keyward.validation.alert.channel.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Alert configurations as {@code keyward.alerts} tells of them: nothing in it is secret. */
final class ConfigurationEvents {
    private ConfigurationEvents() {}

    /** The event that tells of {@code configuration} as it is after the news. */
    static AlertEvent of(News news, AlertConfiguration configuration, Actor actor, Instant at) {
        var told = told(configuration);
        var id = configuration.id();
        var revision = configuration.revision();
        return switch (news) {
            case CREATED -> new AlertConfigCreated(id, revision, at, actor, told);
            case UPDATED -> new AlertConfigUpdated(id, revision, at, actor, told);
            case DELETED -> new AlertConfigDeleted(id, revision, at, actor, told);
        };
    }

    private static AlertConfig told(AlertConfiguration configuration) {
        var content = configuration.content();
        var severity = content.severity();
        return new AlertConfig(
                configuration.groupId(),
                content.type().name(),
                content.enabled(),
                severity == null ? null : severity.name(),
                threshold(content),
                content.matchers().stream().map(ConfigurationEvents::told).toList(),
                content.notifications().stream().map(ConfigurationEvents::told).toList());
    }

    private static @Nullable Threshold threshold(AlertConfiguration.Content content) {
        var measure = content.type().measure();
        var threshold = content.threshold();
        return measure == null || threshold == null
                ? null
                : new Threshold(measure.operator(), threshold, measure.units());
    }

    private static AlertConfigEvent.Matcher told(Matcher matcher) {
        return new AlertConfigEvent.Matcher(
                matcher.field().name(), matcher.operator().name(), matcher.value());
    }

    private static AlertConfigEvent.Notification told(Notification notification) {
        return new AlertConfigEvent.Notification(
                notification.notifierId(),
                notification.channel().type().name(),
                notification.delayMin(),
                notification.intervalMin(),
                notification.channel().recipient().orElse(null));
    }

    /** What happened to a configuration. */
    enum News {
        CREATED,
        UPDATED,
        DELETED
    }
}
