package io.keyward.validation.check;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

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
        return ContextHop.within(limit, checker.check(key, freshness), () -> timedOut(key));
    }

    private KeyCheck timedOut(K key) {
        var explanation = "The check of the key did not end within " + limit.toMillis()
                + " ms, so nothing was learned about the key.";
        var remedy = "Nothing to do unless it lasts: the key is checked again by itself.";
        return new Inconclusive(Cause.TIMED_OUT, new Evidence(key.key(), explanation, remedy, List.of()));
    }
}
