package io.keyward.clouds.aws;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers who ask the same at the same time share a call. One is under way for each question at most. What it answers may be older than a question
 * that came meanwhile, so that whoever needs an answer to their own waits for the next call, which all of them share:
 *
 * <pre>
 *   ask ──► call ───────────► answer
 *   ask ──────┐ waits ... ───► call ───────────► answer
 *   ask ──────┘ shares it ...                    answer
 * </pre>
 *
 * Whoever gives up takes nothing from the others.
 */
final class SharedCalls<K, V> {
    private final Map<K, Line<V>> lines = new ConcurrentHashMap<>();
    private final Function<K, CompletionStage<V>> call;

    /** @param call may throw: that is an answer, too */
    SharedCalls(Function<K, CompletionStage<V>> call) {
        this.call = call;
    }

    /** The answer to the call that is under way, and else to a new one. */
    CompletionStage<V> join(K key) {
        var mine = new CompletableFuture<V>();
        return begun(key, mine, lines.computeIfAbsent(key, absent -> new Line<>(mine, null)))
                .underWay()
                .copy();
    }

    /** The answer to a call that begins from now on. */
    CompletionStage<V> next(K key) {
        var mine = new CompletableFuture<V>();
        var line =
                lines.compute(key, (same, before) -> before == null ? new Line<>(mine, null) : before.followedBy(mine));
        begun(key, mine, line);
        return (line.underWay() == mine || line.next() == null ? mine : line.next()).copy();
    }

    private Line<V> begun(K key, CompletableFuture<V> mine, Line<V> line) {
        if (line.underWay() == mine) {
            begin(key, mine);
        }
        return line;
    }

    private void begin(K key, CompletableFuture<V> waiting) {
        started(key).whenComplete((answer, failure) -> {
            @Nullable Line<V> rest = lines.compute(key, (same, line) -> line == null ? null : line.moved());
            if (rest != null) {
                begin(key, rest.underWay());
            }
            complete(waiting, answer, failure);
        });
    }

    private CompletionStage<V> started(K key) {
        try {
            return call.apply(key);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <V> void complete(CompletableFuture<V> waiting, @Nullable V answer, @Nullable Throwable failure) {
        if (failure == null) {
            waiting.complete(answer);
        } else {
            var cause = failure.getCause();
            waiting.completeExceptionally(failure instanceof CompletionException && cause != null ? cause : failure);
        }
    }

    /** @param next those who asked since the call under way began; null when nobody did */
    private record Line<V>(
            CompletableFuture<V> underWay, @Nullable CompletableFuture<V> next) {

        Line<V> followedBy(CompletableFuture<V> another) {
            return next == null ? new Line<>(underWay, another) : this;
        }

        @Nullable
        Line<V> moved() {
            return next == null ? null : new Line<>(next, null);
        }
    }
}
