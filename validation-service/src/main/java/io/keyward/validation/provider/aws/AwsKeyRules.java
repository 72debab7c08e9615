package io.keyward.validation.provider.aws;

import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked.Certainty;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.provider.aws.Finding.NoAnswer;
import io.keyward.validation.provider.aws.Finding.Taken;
import io.keyward.validation.provider.aws.Finding.Wrong;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.keyward.validation.provider.aws.life.KeyDescription;
import java.util.Optional;

/** What follows from the answers of AWS, depending on which call they met. */
final class AwsKeyRules {
    private AwsKeyRules() {}

    /**
     * What a key's description settles without using the key; empty when only use can tell. What it is for comes before how it is.
     *
     * @param disconnectingRevokes whether a custom key store that is disconnected counts as the customer's word
     */
    static Optional<Finding> described(KeyDescription key, boolean disconnectingRevokes) {
        if (!key.usage().equals("ENCRYPT_DECRYPT")) {
            return Optional.of(new Wrong(Problem.WRONG_KEY_USAGE, false, "its usage is " + key.usage()));
        }
        if (!key.spec().equals("SYMMETRIC_DEFAULT")) {
            return Optional.of(new Wrong(Problem.WRONG_KEY_TYPE, false, "its type is " + key.spec()));
        }
        return switch (key.state()) {
            case "Enabled" -> Optional.empty();
            case "Disabled" -> Optional.of(taken(Reason.KEY_DISABLED, key));
            case "PendingDeletion", "PendingReplicaDeletion" -> Optional.of(taken(Reason.KEY_PENDING_DELETION, key));
            case "PendingImport" -> Optional.of(taken(Reason.KEY_MATERIAL_MISSING, key));
            case "Creating", "Updating" -> Optional.of(unclear(Cause.KEY_NOT_READY, Kind.KEY_NOT_READY, key));
            case "Unavailable" -> Optional.of(disconnected(key, disconnectingRevokes));
            default -> Optional.of(unclear(Cause.UNKNOWN, Kind.UNKNOWN, key));
        };
    }

    /**
     * What a failed call amounts to.
     *
     * @param seenBefore whether the key was used with success before, so that not finding it means that it is gone
     */
    static Finding failed(String operation, AwsFailure failure, boolean seenBefore) {
        return switch (failure.kind()) {
            case KEY_DISABLED -> new Taken(Reason.KEY_DISABLED, operation, failure, null);
            case KEY_PENDING_DELETION -> new Taken(Reason.KEY_PENDING_DELETION, operation, failure, null);
            case KEY_MATERIAL_MISSING -> new Taken(Reason.KEY_MATERIAL_MISSING, operation, failure, null);
            case KEY_NOT_FOUND -> notFound(operation, failure, seenBefore);
            case ACCESS_DENIED -> new Taken(denialOf(operation), operation, failure, null);
            case WRONG_KEY_USAGE -> wrong(Problem.WRONG_KEY_USAGE, failure);
            case INVALID_REQUEST -> wrong(Problem.INVALID_REQUEST, failure);
            case WRONG_CIPHERTEXT -> wrong(Problem.WRONG_CIPHERTEXT, failure);
            case KEY_STORE_UNAVAILABLE -> new NoAnswer(Cause.KEY_STORE_UNAVAILABLE, operation, failure);
            case NETWORK_POLICY, DENIED_ON_PUBLIC_PATH, DENIED_TO_NEW_ENDPOINT ->
                new NoAnswer(Cause.NETWORK_POLICY, operation, failure);
            case UNKNOWN_PRINCIPAL -> unknownPrincipal(operation, failure, seenBefore);
            case OUR_CREDENTIALS, SESSION_EXPIRED -> new NoAnswer(Cause.OUR_CREDENTIALS, operation, failure);
            case THROTTLED -> new NoAnswer(Cause.THROTTLED, operation, failure);
            case PROVIDER_FAULT -> new NoAnswer(Cause.PROVIDER_FAULT, operation, failure);
            case KEY_NOT_READY -> new NoAnswer(Cause.KEY_NOT_READY, operation, failure);
            case UNREACHABLE, UNTRUSTED_PEER -> new NoAnswer(Cause.UNREACHABLE, operation, failure);
            case TIMED_OUT -> new NoAnswer(Cause.TIMED_OUT, operation, failure);
            case ACCOUNT_SUSPENDED, UNKNOWN -> new NoAnswer(Cause.UNKNOWN, operation, failure);
        };
    }

    /** Whether the finding is a denial, which may be our own fault, and is believed only after the canary role was assumed. */
    static boolean needsCanary(Finding finding) {
        return finding instanceof Taken taken && taken.reason().certainty() == Certainty.ACCESS_DENIED;
    }

    /** Whether the finding is that AWS does not take us for whom we are, before anything of a customer's was asked. */
    static boolean isAboutUs(Finding finding) {
        return finding instanceof NoAnswer silence
                && silence.cause() == Cause.OUR_CREDENTIALS
                && silence.operation().equals(AwsOperations.ASSUME_ROLE);
    }

    /** What a denial amounts to when the canary role could not be assumed after it. */
    static Finding notProven(Taken denial, AwsFailure canary) {
        return new NoAnswer(Cause.OUR_CREDENTIALS, denial.operation(), canary);
    }

    /**
     * Whether a new session may well change the finding.
     *
     * @param cached whether the session may have come from the cache
     */
    static boolean isWorthANewSession(Finding finding, boolean cached) {
        if (!(finding instanceof NoAnswer silence) || silence.operation().equals(AwsOperations.ASSUME_ROLE)) {
            return false;
        }
        return switch (silence.cause()) {
            case OUR_CREDENTIALS -> cached || silence.failure().kind() == Kind.SESSION_EXPIRED;
            case UNREACHABLE, TIMED_OUT, THROTTLED, PROVIDER_FAULT -> false;
            case NETWORK_POLICY, PRIVATE_ENDPOINT_MISSING, KEY_STORE_UNAVAILABLE, CREDENTIALS_NOT_AT_HAND, UNKNOWN ->
                false;
            case KEY_NOT_READY -> false;
        };
    }

    private static Finding notFound(String operation, AwsFailure failure, boolean seenBefore) {
        return seenBefore
                ? new Taken(Reason.KEY_NOT_FOUND, operation, failure, null)
                : wrong(Problem.KEY_NEVER_FOUND, failure);
    }

    /** A key that worked is in a region that its account has: then it is us who are not known. */
    private static Finding unknownPrincipal(String operation, AwsFailure failure, boolean seenBefore) {
        return seenBefore || operation.equals(AwsOperations.ASSUME_ROLE)
                ? new NoAnswer(Cause.OUR_CREDENTIALS, operation, failure)
                : new Wrong(
                        Problem.INVALID_REQUEST,
                        false,
                        "the region has to be enabled in the key's account, and seems not to be. AWS says "
                                + failure.words());
    }

    /** Somebody disconnected the key store, or it was lost: that looks the same, so it is confirmed like a denial. */
    private static Finding disconnected(KeyDescription key, boolean revokes) {
        var state = state(Kind.KEY_STORE_UNAVAILABLE, key);
        return revokes
                ? new Taken(Reason.ACCESS_REVOKED, AwsOperations.DESCRIBE_KEY, state, null)
                : new NoAnswer(Cause.KEY_STORE_UNAVAILABLE, AwsOperations.DESCRIBE_KEY, state);
    }

    private static Reason denialOf(String operation) {
        return operation.equals(AwsOperations.ASSUME_ROLE) ? Reason.ROLE_NOT_ASSUMABLE : Reason.ACCESS_REVOKED;
    }

    private static Finding wrong(Problem problem, AwsFailure failure) {
        return new Wrong(problem, false, "AWS says " + failure.words());
    }

    private static Finding taken(Reason reason, KeyDescription key) {
        return new Taken(reason, AwsOperations.DESCRIBE_KEY, null, key.dates().deletionAt());
    }

    private static Finding unclear(Cause cause, Kind kind, KeyDescription key) {
        return new NoAnswer(cause, AwsOperations.DESCRIBE_KEY, state(kind, key));
    }

    private static AwsFailure state(Kind kind, KeyDescription key) {
        return new AwsFailure(kind, key.state(), "the key's state is " + key.state(), null);
    }
}
