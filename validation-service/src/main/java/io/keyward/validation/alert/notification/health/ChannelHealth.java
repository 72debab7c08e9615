package io.keyward.validation.alert.notification.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one notification of an alert configuration fares.
 *
 * @param lastFailure when an attempt failed last; absent when none did
 * @param lastSuccess when something went out last; absent when nothing did
 * @param reason for people, with no secret in it: what went wrong at the last failure, or why nothing goes out; absent when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelHealth(
        @Nullable Instant lastFailure,
        @Nullable Instant lastSuccess,
        @Nullable String reason,
        Status status) {

    /** What can be said in a word. */
    public enum Status {
        /** The last attempt went through, and nothing waits. */
        DELIVERED,
        /** The last attempt failed, or something that failed waits to be tried again. */
        FAILING,
        /** Nothing was to be told yet. */
        UNTRIED,
        /** It is kept, and nothing ever goes out by it. */
        UNSENT
    }
}
