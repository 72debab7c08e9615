package io.keyward.validation.check;

import io.keyward.clouds.Freshness;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Ends a check that takes too long. The calls of a check have limits of their own, so that this one is the net below them. */
final class TimeLimitedKeyChecker<K extends KeyRef> implements KeyChecker<K> {
    private final KeyChecker<K> checker;
    private final Duration limit;

    TimeLimitedKeyChecker(KeyChecker<K> checker, Duration limit) {
        this.checker = checker;
        this.limit = limit;
    }

    @Override
    public Uni<KeyCheck> check(K key, Freshness freshness) {
        return Uni.createFrom().deferred(() -> {
            Context home = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
            return checker.check(key, freshness)
                    .ifNoItem()
                    .after(limit)
                    .recoverWithItem(() -> timedOut(key))
                    .emitOn(task -> home.runOnContext(ignored -> task.run()));
        });
    }

    private KeyCheck timedOut(K key) {
        var explanation = "The check of the key did not end within " + limit.toMillis()
                + " ms, so nothing was learned about the key.";
        var remedy = "Nothing to do unless it lasts: the key is checked again by itself.";
        return new Inconclusive(Cause.TIMED_OUT, new Evidence(key.key(), explanation, remedy, List.of()));
    }
}
