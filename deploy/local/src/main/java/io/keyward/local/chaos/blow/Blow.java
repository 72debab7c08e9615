package io.keyward.local.chaos.blow;

import java.time.Duration;

/**
 * A blow to come.
 *
 * @param after how long after the one before, in its lane
 * @param lasts for how long it is dead before it is started again, or frozen
 */
record Blow(Target target, Kind kind, Duration after, Duration lasts) {

    /** What is done. */
    enum Kind {
        /** SIGKILL. */
        KILL("killed"),
        /** SIGSTOP, and SIGCONT after a while. */
        FREEZE("frozen");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
