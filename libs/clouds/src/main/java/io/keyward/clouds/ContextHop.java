package io.keyward.clouds;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where work changes threads on purpose. Database sessions are kept in the locals of a Vert.x context, so that whoever calls a
 * cloud has to come back to the context that was left, and two units of work must never share one.
 */
public final class ContextHop {
    private ContextHop() {}

    /**
     * Runs an SDK call and resumes, with its item or its failure, on the Vert.x context that was left. On the SDK's thread there is no context to
     * return to: what follows there is either another hop's, or part of {@link #thereAndBack}.
     */
    public static <T> Uni<T> call(Supplier<? extends CompletionStage<T>> sdk) {
        return thereAndBack(() -> Uni.createFrom().completionStage(sdk::get));
    }

    /**
     * Runs several SDK calls, one after the other, and resumes on the Vert.x context that was left when all is over: each goes on where the one before
     * has ended, and there is one way back for all of them. Nothing between them may need a context, nor make a client: the thread that an answer comes on is
     * the one that a new client waits for.
     */
    public static <T> Uni<T> thereAndBack(Supplier<Uni<T>> calls) {
        return Uni.createFrom().deferred(() -> {
            Context home = currentContext();
            return calls.get().emitOn(executorOf(home));
        });
    }

    /**
     * Runs {@code work} on a duplicated context of its own, so that it may open a session while others do the same, and resumes where the
     * subscriber was, if that was a Vert.x context. Cancelling cancels the work.
     */
    public static <T> Uni<T> onNewContext(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            @Nullable Context home = Vertx.currentContext();
            Uni<T> result = apart(vertx, work);
            return home == null ? result : result.emitOn(executorOf(home));
        });
    }

    /**
     * Starts {@code work} on a duplicated context of its own, and ends there: for those who go on from it without coming back, and without a context.
     */
    public static <T> Uni<T> apart(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> newContext(vertx).runOnContext(ignored -> perform(work, emitter)));
    }

    /** Resumes after {@code delay} on the Vert.x context that was left. */
    public static Uni<Void> pause(Duration delay) {
        return Uni.createFrom().deferred(() -> {
            Context home = currentContext();
            Uni<Void> timer = Uni.createFrom().emitter(emitter -> home.owner()
                    .setTimer(Math.max(1, delay.toMillis()), ignored -> emitter.complete(null)));
            return timer.emitOn(executorOf(home));
        });
    }

    /**
     * Gives {@code work} up after {@code limit} and answers {@code instead}; either way on the Vert.x context that was left. The timer is the event loop's own, and is gone with the work: thousands of them at a time cost next to nothing.
     */
    public static <T> Uni<T> within(Duration limit, Uni<T> work, Supplier<? extends T> instead) {
        return Uni.createFrom().deferred(() -> {
            Context home = currentContext();
            Uni<T> limited = Uni.createFrom().emitter(emitter -> limited(home.owner(), limit, work, instead, emitter));
            return limited.emitOn(executorOf(home));
        });
    }

    private static <T> void limited(
            Vertx owner, Duration limit, Uni<T> work, Supplier<? extends T> instead, UniEmitter<? super T> emitter) {
        long timer = owner.setTimer(Math.max(1, limit.toMillis()), ignored -> emitter.complete(instead.get()));
        var running = work.subscribe().with(emitter::complete, emitter::fail);
        emitter.onTermination(() -> {
            owner.cancelTimer(timer);
            running.cancel();
        });
    }

    private static Context newContext(Vertx vertx) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private static <T> void perform(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
        var running = Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
        emitter.onTermination(running::cancel);
    }

    private static Context currentContext() {
        return Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
    }

    private static Executor executorOf(Context context) {
        return task -> context.runOnContext(ignored -> task.run());
    }
}
