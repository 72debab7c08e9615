package io.keyward.validation.alert.store;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Subject.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code alert}. It has no version column: whoever changes it holds the project's lock. */
@Entity
@Table(name = "alert")
class AlertEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "configuration_id")
    String configurationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_type_name")
    AlertType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    Kind subjectKind;

    @Column(name = "subject_id")
    String subjectId;

    @Column(name = "subject_name")
    String subjectName;

    @Nullable
    String region;

    @Nullable
    String reason;

    @Column(columnDefinition = "text")
    String explanation;

    @Column(columnDefinition = "text")
    @Nullable
    String remedy;

    /** JSON list of affected clusters. */
    @Column(columnDefinition = "text")
    String clusters;

    /** JSON list of provider calls. */
    @Column(columnDefinition = "text")
    String calls;

    Instant since;

    @Nullable
    Instant deadline;

    @Enumerated(EnumType.STRING)
    Alert.Status status;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(columnDefinition = "text")
    @Nullable
    String ending;

    boolean recovering;

    @Column(name = "acknowledged_until")
    @Nullable
    Instant acknowledgedUntil;

    @Column(name = "acknowledgement_comment")
    @Nullable
    String acknowledgementComment;

    @Column(name = "acknowledging_username")
    @Nullable
    String acknowledgingUsername;

    /** Written by whoever sends mails, without the project's lock. */
    @Column(name = "last_notified", insertable = false, updatable = false)
    @Nullable
    Instant lastNotified;

    long revision;
}
