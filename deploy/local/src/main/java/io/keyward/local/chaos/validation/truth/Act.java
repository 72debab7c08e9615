package io.keyward.local.chaos.validation.truth;

import java.time.Duration;

/**
 * Something that is done about one project.
 *
 * @param after how long after the one before
 * @param cluster whom it is about; empty when it is about the key
 */
public record Act(Kind kind, Duration after, String cluster) {

    /** What is done, and what that does to the key. */
    public enum Kind {
        DISABLE(Effect.TAKES_AWAY),
        ENABLE(Effect.GIVES_BACK),
        SCHEDULE_DELETION(Effect.TAKES_AWAY),
        /** The deletion is cancelled, and the key enabled. */
        SAVE(Effect.GIVES_BACK),
        /** The role may no longer use the key. */
        DENY(Effect.TAKES_AWAY),
        ALLOW(Effect.GIVES_BACK),
        /** The role lets us in no longer. */
        DISTRUST(Effect.TAKES_AWAY),
        TRUST(Effect.GIVES_BACK),
        /** From here on nothing can be learned of the key, until {@link #CALM}. */
        THROTTLE(Effect.HIDES),
        HANG(Effect.HIDES),
        FAIL(Effect.HIDES),
        CUT(Effect.HIDES),
        FAIL_ROLES(Effect.HIDES),
        CALM(Effect.NONE),
        TRY_AGAIN(Effect.NONE),
        CREATE(Effect.NONE),
        DELETE(Effect.NONE),
        PAUSE(Effect.NONE),
        UNPAUSE(Effect.NONE);

        private final Effect effect;

        Kind(Effect effect) {
            this.effect = effect;
        }

        /** What it does to the key. */
        public Effect effect() {
            return effect;
        }
    }

    /** What an act does to a key. */
    public enum Effect {
        /** The customer's own no. */
        TAKES_AWAY,
        GIVES_BACK,
        /** Whatever is so, nobody can tell. */
        HIDES,
        NONE
    }
}
