package io.keyward.simulator.google.world;

import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a key, with its material.
 *
 * @param secret 32 bytes; empty once it is destroyed
 * @param destroyAt when it is going to be destroyed; null unless that is scheduled
 * @param destroyedAt when it was destroyed; null unless it was
 * @param reimportEligible whether the same material may be imported again once it is destroyed
 */
public record KeyVersion(
        VersionName name,
        State state,
        byte[] secret,
        Instant createdAt,
        @Nullable Instant destroyAt,
        @Nullable Instant destroyedAt,
        boolean reimportEligible) {

    private static final int SECRET = 32;

    /** States by the names that the API uses. */
    public enum State implements Numbered {
        ENABLED(1),
        DISABLED(2),
        DESTROYED(3),
        DESTROY_SCHEDULED(4),
        PENDING_GENERATION(5),
        PENDING_IMPORT(6),
        IMPORT_FAILED(7),
        GENERATION_FAILED(8),
        PENDING_EXTERNAL_DESTRUCTION(9),
        EXTERNAL_DESTRUCTION_FAILED(10);

        private final int number;

        State(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }
    }

    public static KeyVersion fresh(VersionName name, Instant now) {
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        return new KeyVersion(name, State.ENABLED, secret, now, null, null, false);
    }

    /** In a state in which it is neither destroyed nor going to be. */
    public KeyVersion with(State changed) {
        return new KeyVersion(name, changed, secret, createdAt, null, null, false);
    }

    public KeyVersion destroyedOn(Instant when) {
        return new KeyVersion(name, State.DESTROY_SCHEDULED, secret, createdAt, when, null, false);
    }

    public KeyVersion destroyed(Instant when) {
        return new KeyVersion(name, State.DESTROYED, new byte[0], createdAt, null, when, false);
    }

    /** Destroyed, but imported once, so that whoever still has the material may bring it back. */
    public KeyVersion eligible() {
        return new KeyVersion(name, state, secret, createdAt, destroyAt, destroyedAt, true);
    }

    @Override
    public String toString() {
        return "KeyVersion[" + name + ", " + state + "]";
    }
}
