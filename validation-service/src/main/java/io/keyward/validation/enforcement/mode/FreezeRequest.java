package io.keyward.validation.enforcement.mode;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether enforcement is to be frozen.
 *
 * @param reason why, for everybody who finds it so; needed to freeze
 */
record FreezeRequest(
        @NotNull Boolean frozen, @Nullable @Size(max = 500) String reason) {

    /** Whether it freezes without saying why. */
    boolean lacksReason() {
        return frozen && (reason == null || reason.isBlank());
    }
}
