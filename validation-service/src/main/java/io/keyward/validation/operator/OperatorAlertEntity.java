package io.keyward.validation.operator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code operator_alert}. It has no version column: whoever changes it holds the lock of its type. */
@Entity
@Table(name = "operator_alert")
class OperatorAlertEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    OperatorAlertType type;

    @Column(columnDefinition = "text")
    String explanation;

    @Column(columnDefinition = "text")
    String remedy;

    /** JSON object of strings. */
    @Column(columnDefinition = "text")
    String facts;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(columnDefinition = "text")
    @Nullable
    String ending;

    long revision;
}
