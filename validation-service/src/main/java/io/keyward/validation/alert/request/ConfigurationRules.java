package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an alert configuration may be. Everything is judged before anything is sealed or kept. */
public final class ConfigurationRules {
    private ConfigurationRules() {}

    /**
     * @param earlier the notifications that the configuration had before; none of a new one
     * @param sealing makes of a secret what may be stored
     */
    public static AlertConfiguration.Content read(
            ConfigurationRequest sent, List<Notification> earlier, UnaryOperator<String> sealing) {
        var type = type(sent.eventTypeName());
        return new AlertConfiguration.Content(
                type,
                Boolean.TRUE.equals(sent.enabled()),
                severity(sent.severityOverride()),
                ThresholdRules.read(sent.threshold(), type),
                MatcherRules.read(sent.matchers(), type),
                NotificationRules.read(sent.notifications(), earlier, type, sealing));
    }

    /** Whether a configuration is to be on. */
    public static boolean enabled(ToggleRequest sent) {
        var enabled = sent.enabled();
        if (enabled == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "enabled");
        }
        return enabled;
    }

    private static AlertType type(@Nullable String name) {
        return AlertType.named(Demands.text("eventTypeName", name))
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_EVENT_TYPE_FOR_ALERT, AlertType.names())
                        .withField("eventTypeName", "must be one of " + AlertType.names()));
    }

    private static @Nullable Severity severity(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(sent))
                .findFirst()
                .orElseThrow(() -> Demands.notOneOf(
                        "severityOverride",
                        Arrays.stream(Severity.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
