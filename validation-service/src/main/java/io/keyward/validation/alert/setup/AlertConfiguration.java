package io.keyward.validation.alert.setup;

import io.keyward.validation.alert.rules.AlertType;
import java.time.Instant;

/** By which a project is told of one type of alert. */
public record AlertConfiguration(
        String id, String groupId, AlertType type, boolean enabled, Instant createdAt, Instant updatedAt) {}
