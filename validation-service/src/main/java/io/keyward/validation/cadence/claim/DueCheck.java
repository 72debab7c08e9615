package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check that was handed out.
 *
 * @param use as it is now, under a lease
 * @param claimedAt when it was handed out
 * @param startBy in nanoseconds of {@link System#nanoTime()}: a check that starts later could outlive its lease
 * @param rotationDue whether it is time to ask when the key was renewed, too
 * @param interval between two checks, if the project has one of its own; null to follow the installation
 */
public record DueCheck(
        KeyUse use,
        Lane lane,
        Why why,
        Instant claimedAt,
        long startBy,
        boolean rotationDue,
        @Nullable Duration interval) {

    /** Why it is made. */
    public enum Why {
        /** Its turn has come. */
        TURN,
        /** Somebody hinted that the key changed, and no check that began after that has found something out. */
        HINT,
        /** Somebody released the key from the guard since it was last checked. */
        RELEASE
    }

    /** Whether it has to be made before those whose turn it is: somebody asked for a look at the key, or it is about to be condemned. */
    public boolean isUrgent() {
        var standing = use.standing();
        return why == Why.HINT || standing.suspicion() != null && standing.heldSince() == null;
    }

    /** Whether it can be made before its lease ends. */
    public boolean isInTime() {
        return System.nanoTime() - startBy < 0;
    }
}
