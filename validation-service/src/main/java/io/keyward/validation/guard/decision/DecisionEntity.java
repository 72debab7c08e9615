package io.keyward.validation.guard.decision;

import io.keyward.validation.guard.decision.DecisionStore.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code guard_decision}. Written once; the number of keys grows while it is carried out. */
@Entity
@Table(name = "guard_decision")
class DecisionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Enumerated(EnumType.STRING)
    Decision decision;

    @Nullable
    String comment;

    @Column(name = "key_uses")
    int keyUses;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by", columnDefinition = "text")
    String decidedBy;

    static DecisionEntity of(Order order) {
        var row = new DecisionEntity();
        row.decision = order.decision();
        row.comment = order.comment();
        row.decidedAt = order.at();
        row.decidedBy = order.actor().name();
        return row;
    }

    DecisionRecord toRecord() {
        return new DecisionRecord(decision, comment, keyUses, decidedAt, decidedBy);
    }
}
