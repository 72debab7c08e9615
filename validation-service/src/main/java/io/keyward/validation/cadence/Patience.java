package io.keyward.validation.cadence;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits for what must not be cut off half way, but not for ever. */
final class Patience {
    private Patience() {}

    /**
     * What {@code work} ends with, or a {@link TimeoutException} after {@code limit}, on a thread of nobody's. The work itself is not cancelled: a
     * transaction that is left alone in the middle keeps its connection, and one that goes on gives it back.
     */
    static <T> Uni<T> within(Duration limit, Uni<T> work) {
        return Uni.createFrom()
                .<T>emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail))
                .ifNoItem()
                .after(limit)
                .fail();
    }
}
