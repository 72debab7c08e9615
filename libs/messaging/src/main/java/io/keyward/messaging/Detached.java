package io.keyward.messaging;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Work that goes on when its caller is gone. A client that hangs up cancels the request's {@code Uni}; in the middle of a transaction that
 * leaves a connection behind in an unknown state.
 */
public final class Detached {
    private Detached() {}

    /** Runs {@code work} on the caller's context; cancelling the result leaves the work running to its end. */
    public static <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var unused = work.get().subscribe().with(emitter::complete, emitter::fail);
        });
    }
}
