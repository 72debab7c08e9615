package io.keyward.validation.alert.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Link;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.Matcher;
import io.keyward.validation.alert.notification.health.ProjectHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert configuration as it is answered. Sent back as it is, it changes nothing.
 *
 * @param notifications by field; each kind has its own
 * @param severityOverride absent when the type's own severity counts
 * @param threshold absent where the type has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertConfigView(
        Instant created,
        boolean enabled,
        String eventTypeName,
        String groupId,
        String id,
        List<Link> links,
        List<MatcherView> matchers,
        List<? extends Map<String, Object>> notifications,
        @Nullable String severityOverride,
        @Nullable ThresholdView threshold,
        Instant updated) {

    static AlertConfigView of(AlertConfiguration configuration, List<Link> links, ProjectHealth health) {
        var content = configuration.content();
        var severity = content.severity();
        return new AlertConfigView(
                configuration.createdAt(),
                content.enabled(),
                content.type().name(),
                configuration.groupId(),
                configuration.id(),
                links,
                content.matchers().stream().map(MatcherView::of).toList(),
                content.notifications().stream()
                        .map(one -> NotificationView.of(one, health.of(configuration.id(), one)))
                        .toList(),
                severity == null ? null : severity.name(),
                ThresholdView.of(content),
                configuration.updatedAt());
    }

    /** A limit by what an alert is about. */
    public record MatcherView(String fieldName, String operator, String value) {

        static MatcherView of(Matcher matcher) {
            return new MatcherView(matcher.field().name(), matcher.operator().name(), matcher.value());
        }
    }

    /** From which value on. */
    public record ThresholdView(String operator, int threshold, String units) {

        static @Nullable ThresholdView of(AlertConfiguration.Content content) {
            var measure = content.type().measure();
            var threshold = content.threshold();
            return measure == null || threshold == null
                    ? null
                    : new ThresholdView(measure.operator(), threshold, measure.units());
        }
    }
}
