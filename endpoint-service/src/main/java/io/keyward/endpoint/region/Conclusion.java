package io.keyward.endpoint.region;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a look at a region ended.
 *
 * @param began before the cloud was asked
 * @param seen whether it was answered
 * @param digest of what it showed; null when it was not seen through, so that the next look is taken for news
 * @param complete whether everything that is recorded there was compared with what it showed
 * @param trouble for an operator: what it met; null when all went well
 * @param failures troubles in a row, this one included; 0 when all went well
 * @param pause until the next look, from now on
 */
public record Conclusion(
        Instant began,
        boolean seen,
        @Nullable String digest,
        boolean complete,
        @Nullable String trouble,
        int failures,
        Duration pause) {

    String digestOrEmpty() {
        return Optional.ofNullable(digest).orElse("");
    }

    String troubleOrEmpty() {
        return Optional.ofNullable(trouble).orElse("");
    }
}
