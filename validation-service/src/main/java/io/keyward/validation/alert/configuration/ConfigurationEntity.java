package io.keyward.validation.alert.configuration;

import io.keyward.validation.alert.condition.AlertType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert_configuration}. It has no version column: whoever changes it holds the project's lock. */
@Entity
@Table(name = "alert_configuration")
class ConfigurationEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_type_name")
    AlertType type;

    boolean enabled;

    @Enumerated(EnumType.STRING)
    AlertConfiguration.@Nullable Severity severity;

    @Nullable
    Integer threshold;

    /** JSON list of matchers. */
    @Column(columnDefinition = "text")
    String matchers;

    /** JSON list of notifications, their secrets sealed. */
    @Column(columnDefinition = "text")
    String notifications;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long revision;
}
