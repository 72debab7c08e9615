package io.keyward.validation.guard.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, when and by whom.
 *
 * @param keyUses how many key uses it was about
 */
public record DecisionRecord(
        Decision decision, @Nullable String comment, int keyUses, Instant decidedAt, String decidedBy) {}
