package io.keyward.validation.check.asking;

import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.asking.Finding.NoAnswer;
import io.keyward.validation.check.asking.Finding.Taken;
import io.keyward.validation.check.asking.Finding.Wrong;

/** What follows from a failed call, whichever the cloud. */
public final class FindingRules {
    private FindingRules() {}

    /**
     * What a failed call amounts to.
     *
     * @param seenBefore whether the key was used with success before, so that not finding it means that it is gone
     * @param dataReadable whether this check decrypted something
     */
    public static Finding failed(String operation, Failure failure, boolean seenBefore, boolean dataReadable) {
        return switch (failure.kind()) {
            case KEY_DISABLED -> new Taken(Reason.KEY_DISABLED, operation, failure);
            case KEY_PENDING_DELETION -> new Taken(Reason.KEY_PENDING_DELETION, operation, failure);
            case KEY_MATERIAL_MISSING -> new Taken(Reason.KEY_MATERIAL_MISSING, operation, failure);
            case KEY_NOT_FOUND ->
                seenBefore
                        ? new Taken(Reason.KEY_NOT_FOUND, operation, failure)
                        : wrong(Problem.KEY_NEVER_FOUND, failure);
            case ACCESS_DENIED -> new Taken(Reason.ACCESS_REVOKED, operation, failure);
            case ACCESS_DENIED_SLOWLY -> new Taken(Reason.ASSIGNMENT_REVOKED, operation, failure);
            case JUSTIFICATION_DENIED -> new Taken(Reason.JUSTIFICATION_DENIED, operation, failure);
            case NOT_LET_IN -> new Taken(Reason.ROLE_NOT_ASSUMABLE, operation, failure);
            case CREDENTIALS_INVALID -> new Taken(Reason.CREDENTIALS_INVALID, operation, failure);
            case CREDENTIALS_EXPIRED -> new Taken(Reason.CREDENTIALS_EXPIRED, operation, failure);
            case OWNER_NOT_FOUND ->
                seenBefore
                        ? new Taken(Reason.CREDENTIALS_INVALID, operation, failure)
                        : wrong(Problem.INVALID_REQUEST, failure);
            case KEY_EXPIRED -> new Wrong(Problem.KEY_EXPIRED, dataReadable, failure.words());
            case KEY_NOT_YET_VALID -> new Wrong(Problem.KEY_NOT_YET_VALID, dataReadable, failure.words());
            case KEY_VERSION_MISSING -> wrong(Problem.KEY_VERSION_MISSING, failure);
            case WRONG_KEY_USAGE -> new Wrong(Problem.WRONG_KEY_USAGE, dataReadable, failure.words());
            case INVALID_REQUEST -> wrong(Problem.INVALID_REQUEST, failure);
            case WRONG_CIPHERTEXT -> wrong(Problem.WRONG_CIPHERTEXT, failure);
            case SERVICE_DISABLED -> wrong(Problem.SERVICE_DISABLED, failure);
            case KEY_NOT_READY -> new NoAnswer(Cause.KEY_NOT_READY, operation, failure);
            case PROVIDER_FAULT -> new NoAnswer(Cause.PROVIDER_FAULT, operation, failure);
            case THROTTLED -> new NoAnswer(Cause.THROTTLED, operation, failure);
            case NETWORK_POLICY -> new NoAnswer(Cause.NETWORK_POLICY, operation, failure);
            case OUR_CREDENTIALS, TOKEN_REFUSED -> new NoAnswer(Cause.OUR_CREDENTIALS, operation, failure);
            case CREDENTIALS_NOT_AT_HAND -> new NoAnswer(Cause.CREDENTIALS_NOT_AT_HAND, operation, failure);
            case UNREACHABLE, UNTRUSTED_PEER -> new NoAnswer(Cause.UNREACHABLE, operation, failure);
            case TIMED_OUT -> new NoAnswer(Cause.TIMED_OUT, operation, failure);
            case ACCOUNT_SUSPENDED, UNKNOWN -> new NoAnswer(Cause.UNKNOWN, operation, failure);
        };
    }

    /** Whether the same may well not be found with a new token. */
    public static boolean isWorthANewToken(Finding finding) {
        return switch (finding) {
            case Taken taken -> taken.failure() != null && taken.failure().isDenial();
            case Wrong wrong -> wrong.problem() == Problem.INVALID_REQUEST;
            case NoAnswer silence -> silence.cause() == Cause.OUR_CREDENTIALS;
            case Finding.Works ignored -> false;
        };
    }

    private static Finding wrong(Problem problem, Failure failure) {
        return new Wrong(problem, false, failure.words());
    }
}
