package io.keyward.validation.alert.notification.transport;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. */
public sealed interface Outcome {

    /** Whoever it is for has it, or says so. */
    record Delivered() implements Outcome {}

    /**
     * They do not have it, or nobody knows whether they do.
     *
     * @param why for people, with no secret in it
     * @param lasting whether it hardly heals by itself: a wrong token, a channel that is gone
     * @param retryAfter how long the other side asks us to wait
     */
    record Failed(String why, boolean lasting, Optional<Duration> retryAfter) implements Outcome {

        /** One that may be over soon. */
        public static Failed passing(String why) {
            return new Failed(why, false, Optional.empty());
        }

        /** One that somebody has to mend. */
        public static Failed lasting(String why) {
            return new Failed(why, true, Optional.empty());
        }
    }
}
