package io.keyward.local.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting that ends. */
public final class Patience {
    private Patience() {}

    /** Asks until the answer is yes, at most for {@code limit}, with a pause in between; answers whether it was. */
    public static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
        return look(limit, pause, condition::getAsBoolean, held -> held);
    }

    /** Looks until it is as {@code wanted}, at most for {@code limit}; answers what was seen last, whether it is or not. */
    public static <T> T look(Duration limit, Duration pause, Supplier<T> look, Predicate<T> wanted) {
        long deadline = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!wanted.test(seen) && System.nanoTime() < deadline) {
            pause(pause);
            seen = look.get();
        }
        return seen;
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
