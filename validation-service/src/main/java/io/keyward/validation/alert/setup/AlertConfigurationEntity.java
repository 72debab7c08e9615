package io.keyward.validation.alert.setup;

import io.keyward.validation.alert.rules.AlertType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code alert_configuration}. Written in SQL alone. */
@Entity
@Table(name = "alert_configuration")
class AlertConfigurationEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_type_name")
    AlertType type;

    boolean enabled;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    AlertConfiguration toRecord() {
        return new AlertConfiguration(id, groupId, type, enabled, createdAt, updatedAt);
    }
}
