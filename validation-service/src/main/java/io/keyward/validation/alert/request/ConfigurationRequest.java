package io.keyward.validation.alert.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert configuration as a caller wants it, whole. What the API only answers is ignored when it is sent back. */
@JsonIgnoreProperties({"created", "groupId", "id", "links", "orgId", "updated"})
public record ConfigurationRequest(
        @Nullable Boolean enabled,
        @Nullable String eventTypeName,
        @Nullable List<MatcherRequest> matchers,
        @Nullable List<NotificationRequest> notifications,
        @Nullable String severityOverride,
        @Nullable ThresholdRequest threshold) {}
