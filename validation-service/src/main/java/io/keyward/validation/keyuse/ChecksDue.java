package io.keyward.validation.keyuse;

import java.time.Duration;

/**
 * Told in process when a key use becomes due out of turn, so that nobody waits for the next tick. Only a hint: whoever misses it finds the key use at the
 * tick.
 *
 * @param in how long from now; not positive means at once
 */
public record ChecksDue(Duration in) {

    /** Something is due at once. */
    public static ChecksDue now() {
        return new ChecksDue(Duration.ZERO);
    }
}
