package io.keyward.simulator.hosts;

import io.keyward.simulator.control.Disturbance;
import org.jspecify.annotations.Nullable;

/** Something wrong with a service, to be told in its own words. */
public sealed interface Trouble {

    /** It has had too many requests. */
    record Throttled() implements Trouble {}

    /** It fails without saying why. */
    record Broken(String message) implements Trouble {}

    /**
     * It refuses, as control wants it to.
     *
     * @param code one of the cloud's own codes, for which the service knows status and text, or any other
     * @param message instead of the usual text
     * @param status instead of the usual HTTP status
     */
    record Told(
            @Nullable String code,
            @Nullable String message,
            @Nullable Integer status) implements Trouble {}

    static Trouble of(Disturbance disturbance) {
        return disturbance.effect() == Disturbance.Effect.THROTTLE
                ? new Throttled()
                : new Told(disturbance.code(), disturbance.message(), disturbance.status());
    }
}
