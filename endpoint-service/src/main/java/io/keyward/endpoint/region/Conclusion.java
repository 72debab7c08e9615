package io.keyward.endpoint.region;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a look at a region ended.
 *
 * @param began before the cloud was asked
 * @param sight null when it was not answered
 * @param trouble for an operator: what the look, or a request that followed from it, met; null when all went well
 * @param failures troubles in a row, this one included; 0 when all went well
 * @param pause until the next look
 */
public record Conclusion(
        Instant began, @Nullable Sight sight, @Nullable String trouble, int failures, Duration pause) {

    /**
     * What a look showed.
     *
     * @param digest of it; null when it was not seen through, so that the next look is news whatever it shows
     * @param complete whether everything that is recorded there was compared with it
     * @param orphans how many endpoints of ours there are that nobody has a record of, if it was complete
     */
    public record Sight(@Nullable String digest, boolean complete, int orphans) {}

    boolean isSeen() {
        return sight != null;
    }

    boolean isComplete() {
        return sight != null && sight.complete();
    }

    /** Empty for none. */
    String digest() {
        return sight == null ? "" : Objects.requireNonNullElse(sight.digest(), "");
    }

    int orphans() {
        return sight == null ? 0 : sight.orphans();
    }

    /** Empty for none. */
    String troubleOrNone() {
        return Objects.requireNonNullElse(trouble, "");
    }
}
