package io.keyward.validation.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one check taught us about a customer's key in one region. Four answers, because each leads to another action; only one of them stops clusters. */
public sealed interface KeyCheck {

    Evidence evidence();

    /** {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}: the spelling of events, histories and APIs. */
    default String outcome() {
        return switch (this) {
            case Valid ignored -> "VALID";
            case Revoked ignored -> "REVOKED";
            case Unusable ignored -> "UNUSABLE";
            case Inconclusive ignored -> "INCONCLUSIVE";
        };
    }

    /** The stable symbolic reason, for example {@code KEY_DISABLED}; empty when the key is valid. */
    default Optional<String> reasonCode() {
        return switch (this) {
            case Valid ignored -> Optional.empty();
            case Revoked revoked -> Optional.of(revoked.reason().name());
            case Unusable unusable -> Optional.of(unusable.problem().name());
            case Inconclusive inconclusive -> Optional.of(inconclusive.cause().name());
        };
    }

    /**
     * The key was used with success.
     *
     * @param freshProbe ciphertext to keep for the next check; null when the one that the check was given is still good
     */
    record Valid(Evidence evidence, @Nullable Probe freshProbe) implements KeyCheck {}

    /** The customer's cloud answered, and the answer is no. Stops clusters once confirmed. */
    record Revoked(Reason reason, Evidence evidence) implements KeyCheck {

        /** Why the answer is no, and how much one such answer proves. */
        public enum Reason {
            KEY_DISABLED(Certainty.KEY_STATE),
            KEY_PENDING_DELETION(Certainty.KEY_STATE),
            KEY_MATERIAL_MISSING(Certainty.KEY_STATE),
            /** It was there before. */
            KEY_NOT_FOUND(Certainty.KEY_STATE),
            /** Decrypting is denied, and our own identity was proved healthy afterwards. */
            ACCESS_REVOKED(Certainty.ACCESS_DENIED),
            /** The role does not let us in, and our own identity was proved healthy afterwards. */
            ROLE_NOT_ASSUMABLE(Certainty.ACCESS_DENIED),
            /** What opens the customer's cloud is refused: a wrong secret, an application or account that is gone. */
            CREDENTIALS_INVALID(Certainty.ACCESS_DENIED),
            /** What opens the customer's cloud is past its last day. */
            CREDENTIALS_EXPIRED(Certainty.ACCESS_DENIED),
            /** Decrypting is denied where whoever assigns access has to wait for minutes until it holds everywhere. */
            ASSIGNMENT_REVOKED(Certainty.SLOW_DENIAL),
            /** The key's owner accepts no reason for using it, or not ours. */
            JUSTIFICATION_DENIED(Certainty.ACCESS_DENIED);

            private final Certainty certainty;

            Reason(Certainty certainty) {
                this.certainty = certainty;
            }

            public Certainty certainty() {
                return certainty;
            }
        }

        /** How much one answer proves: a key's state is definite, a denial can be a policy that is still travelling. */
        public enum Certainty {
            KEY_STATE,
            ACCESS_DENIED,
            /** A denial by policies that take minutes to arrive everywhere. */
            SLOW_DENIAL
        }
    }

    /**
     * The configuration cannot work. Refuses a change, sets {@code valid:false}, alerts; stops nothing.
     *
     * @param dataReadable whether this very check decrypted something with the key in spite of the problem, so that a revocation is over
     */
    record Unusable(Problem problem, boolean dataReadable, Evidence evidence) implements KeyCheck {

        /** What is wrong with the configuration. */
        public enum Problem {
            WRONG_KEY_USAGE,
            WRONG_KEY_TYPE,
            /** It never was there: a typing error, another region, another account. */
            KEY_NEVER_FOUND,
            /** The key works, but its state may not be read. */
            DESCRIBE_KEY_DENIED,
            /** New data keys cannot be wrapped. */
            ENCRYPT_DENIED,
            /** The request makes no sense, for example a key of another region. */
            INVALID_REQUEST,
            /** The key does not open what it has just closed. */
            WRONG_CIPHERTEXT,
            /** The key's last day is over: what is encrypted can be read, and nothing new can be encrypted. */
            KEY_EXPIRED,
            /** The key's first day is still to come. */
            KEY_NOT_YET_VALID,
            /** The key is there, and the version that is configured is not. */
            KEY_VERSION_MISSING,
            /** The cloud's key service is switched off where the key is. */
            SERVICE_DISABLED,
            /** The key works, and is not where the configuration says that it is. */
            KEY_ELSEWHERE,
            /** The key works, and whoever owns it has not enabled what a private way to it needs. */
            PRIVATE_NETWORK_NOT_ENABLED
        }
    }

    /** We did not get an answer. Says nothing about the key. */
    record Inconclusive(Cause cause, Evidence evidence) implements KeyCheck {

        /** Why there was no answer. */
        public enum Cause {
            UNREACHABLE,
            TIMED_OUT,
            THROTTLED,
            PROVIDER_FAULT,
            /** Our own identity, clock or request is at fault: never the customer's doing. */
            OUR_CREDENTIALS,
            /** A policy on the network path refused us before the key's own policy was asked. */
            NETWORK_POLICY,
            /** The region was reached over a private endpoint before, and has none now that can be used: nobody was asked. */
            PRIVATE_ENDPOINT_MISSING,
            /** The key lives in a custom key store that is disconnected. */
            KEY_STORE_UNAVAILABLE,
            /** The key is being made, or waits for its material to be imported. */
            KEY_NOT_READY,
            /** What opens the customer's cloud is kept elsewhere, and could not be had: nobody was asked. */
            CREDENTIALS_NOT_AT_HAND,
            UNKNOWN
        }
    }
}
