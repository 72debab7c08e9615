package io.keyward.validation.enforcement.mode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether enforcement is frozen in the whole installation.
 *
 * @param reason why it was frozen, or let go on; absent when that was not said
 * @param since since when it is so; absent when it was never changed
 * @param by who changed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FreezeView(
        @Nullable String by,
        boolean frozen,
        @Nullable String reason,
        @Nullable Instant since) {

    static FreezeView of(FreezeEntity row) {
        return new FreezeView(row.changedBy, row.frozen, row.reason, row.changedAt);
    }
}
