package io.keyward.validation.guard.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much looks bad at once, in the whole installation.
 *
 * @param keys distinct keys that are held, suspect, or were condemned within the window, without those that an operator vouched for. The regions of one
 *     multi-Region key are one key, and so are the uses that several projects make of it
 * @param organizations to how many organisations they belong
 * @param held how many key uses are held
 * @param keysInUse distinct keys that are checked at all; counted once a minute
 * @param canaryFailedAt when our canary role last could not be assumed; null when it always could
 */
public record Suspects(
        int keys,
        int organizations,
        int held,
        int keysInUse,
        @Nullable Instant canaryFailedAt) {

    /** The same with one more that is held. */
    public Suspects andHeld() {
        return new Suspects(keys, organizations, held + 1, keysInUse, canaryFailedAt);
    }
}
