package io.keyward.validation.guard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.validation.guard.decision.DecisionRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about held keys.
 *
 * @param at when
 * @param by who
 * @param comment why; absent when that was not said
 * @param decision {@code RELEASE} or {@code REFUSE}
 * @param keyUses about how many keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(Instant at, String by, @Nullable String comment, String decision, int keyUses) {

    static DecisionView of(DecisionRecord made) {
        return new DecisionView(
                made.decidedAt(),
                made.decidedBy(),
                made.comment(),
                made.decision().name(),
                made.keyUses());
    }
}
