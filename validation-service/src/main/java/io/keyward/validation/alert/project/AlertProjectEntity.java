package io.keyward.validation.alert.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert_project}. Changed under the project's lock. */
@Entity
@Table(name = "alert_project")
class AlertProjectEntity {
    @Id
    @Column(name = "group_id")
    String groupId;

    @Column(name = "look_at")
    @Nullable
    Instant lookAt;
}
