package io.keyward.local.chaos.endpoint;

import java.time.Duration;

/**
 * Something that is done at one spot.
 *
 * @param after how long after the beginning of its round, if what comes before at the same spot is done by then
 */
record Act(Kind kind, Spot spot, Duration after) {

    /** What is done: by its owner through the API, or behind everybody's back in the cloud. */
    enum Kind {
        /** The owner asks for an endpoint. */
        ASK("ask"),
        /** The owner deletes whatever is there. */
        WITHDRAW("withdraw"),
        /** It is gone from the cloud at once. */
        VANISH("vanish"),
        /** Somebody deletes it in the cloud. */
        REMOVE("remove"),
        REJECT("reject"),
        /** It is let in, if it waits for that. */
        APPROVE("approve");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
