package io.keyward.validation.guard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Page;
import io.keyward.validation.guard.rules.HoldReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the guard stands, counted when it was asked.
 *
 * @param canaryFailedAt when our canary role last could not be assumed; absent when it always could
 * @param decisions the latest ten, newest first
 * @param held one page of the key uses that are held, those that are held for the longest time first
 * @param heldCount how many are held
 * @param keysInUse how many distinct keys are checked
 * @param organizations to how many organisations the suspects belong
 * @param reasons why the next key would be held, whatever the state
 * @param since since when the state is that; absent when it never was another
 * @param state {@code CLEAR} or {@code HOLDING}
 * @param suspects how many distinct keys look taken away at once
 * @param threshold how many may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuardView(
        @Nullable Instant canaryFailedAt,
        List<DecisionView> decisions,
        Page<HeldKeyView> held,
        int heldCount,
        int keysInUse,
        int organizations,
        Set<HoldReason> reasons,
        @Nullable Instant since,
        String state,
        int suspects,
        int threshold) {

    static GuardView of(GuardViewStore.Look look, Page<HeldKeyView> held) {
        var reading = look.reading();
        var suspects = reading.suspects();
        return new GuardView(
                suspects.canaryFailedAt(),
                look.decisions().stream().map(DecisionView::of).toList(),
                held,
                suspects.held(),
                suspects.keysInUse(),
                suspects.organizations(),
                reading.reasons(),
                reading.since(),
                reading.state().name(),
                suspects.keys(),
                reading.threshold());
    }
}
