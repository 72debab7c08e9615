package io.keyward.validation.verdict;

import io.keyward.validation.verdict.ConfirmationPolicy.Agreement;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many checks must agree before clusters are stopped. */
@ConfigMapping(prefix = "keyward.check.confirmation")
public interface ConfirmationConfig {

    /** Disabled, pending deletion, deleted, without key material: definite answers. */
    KeyState keyState();

    /** A denied decrypt, a role that does not let us in: answers that a policy change on its way can give by mistake. */
    AccessDenied accessDenied();

    /** A denial where a change of roles or policies takes minutes to arrive everywhere. */
    SlowDenial slowDenial();

    /** A suspicion whose latest answer is older than this starts anew. Longer than the check interval, or lost confirmations are never made up for. */
    @WithDefault("1h")
    Duration lapse();

    /** Settings for definite key states. */
    interface KeyState {

        /** So many in a row. */
        @WithDefault("2")
        int checks();

        /** At least so long between the first and the last of them. */
        @WithDefault("1s")
        Duration over();
    }

    /** Settings for denials. */
    interface AccessDenied {

        /** So many in a row. */
        @WithDefault("3")
        int checks();

        /** At least so long between the first and the last of them. */
        @WithDefault("60s")
        Duration over();
    }

    /** Settings for denials by policies that travel for minutes. */
    interface SlowDenial {

        /** So many in a row. */
        @WithDefault("3")
        int checks();

        /** At least so long between the first and the last of them. */
        @WithDefault("10m")
        Duration over();
    }

    /** The configured policy; an {@link IllegalArgumentException} tells what makes no sense in it. */
    static ConfirmationPolicy policyOf(ConfirmationConfig config) {
        return new ConfirmationPolicy(
                agreement(
                        "key-state",
                        config.keyState().checks(),
                        config.keyState().over()),
                agreement(
                        "access-denied",
                        config.accessDenied().checks(),
                        config.accessDenied().over()),
                agreement(
                        "slow-denial",
                        config.slowDenial().checks(),
                        config.slowDenial().over()),
                config.lapse());
    }

    private static Agreement agreement(String key, int checks, Duration over) {
        if (checks < 1) {
            throw new IllegalArgumentException(
                    "keyward.check.confirmation." + key + ".checks (" + checks + ") must be at least 1");
        }
        if (over.isNegative()) {
            throw new IllegalArgumentException(
                    "keyward.check.confirmation." + key + ".over (" + over + ") must not be negative");
        }
        return new Agreement(checks, over);
    }
}
