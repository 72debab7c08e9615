package io.keyward.validation.provider.google;

import io.keyward.validation.check.asking.Failure.Kind;
import java.util.List;
import java.util.Locale;

/**
 * What each refusal of Google Cloud means: by the reason in its details, then by the status of the API and its words, never by the HTTP status, of which several share
 * one. What is not listed is unknown, and unknown never counts against a key.
 */
final class GoogleFailures {
    private static final String STATE = "current state is: ";
    private static final String KEY = "KEY_";
    private static final List<String> ACCOUNT_IS_REFUSED = List.of(
            "invalid jwt signature",
            "invalid signature for token",
            "no valid verifier",
            "account not found",
            "account has been deleted",
            "not a valid email",
            "robot is disabled");

    private GoogleFailures() {}

    /**
     * Why Cloud KMS refused.
     *
     * @param status of the API, for example {@code PERMISSION_DENIED}
     * @param reason of the error's details; empty without one
     * @param message in words: read only where there is no reason
     * @param ourselves whether the account that asked is one of ours: what becomes of it is no customer's doing
     */
    static Kind kms(String status, String reason, String message, boolean ourselves) {
        return switch (reason) {
            case "SERVICE_DISABLED" -> Kind.SERVICE_DISABLED;
            case "SECURITY_POLICY_VIOLATED" -> Kind.NETWORK_POLICY;
            case "IAM_PERMISSION_DENIED" -> Kind.ACCESS_DENIED;
            case "RATE_LIMIT_EXCEEDED" -> Kind.THROTTLED;
            case "ACCOUNT_STATE_INVALID" -> ourselves ? Kind.OUR_CREDENTIALS : Kind.CREDENTIALS_INVALID;
            case "ACCESS_TOKEN_EXPIRED", "ACCESS_TOKEN_TYPE_UNSUPPORTED", "CREDENTIALS_MISSING" -> Kind.OUR_CREDENTIALS;
            case "BILLING_DISABLED", "CONSUMER_INVALID", "CONSUMER_SUSPENDED" -> Kind.ACCOUNT_SUSPENDED;
            default -> byStatus(status, reason, message);
        };
    }

    /** What the state of a version means; {@code ENABLED} is none that is refused. */
    static Kind state(String state) {
        return switch (state) {
            case "DISABLED" -> Kind.KEY_DISABLED;
            case "DESTROY_SCHEDULED" -> Kind.KEY_PENDING_DELETION;
            case "DESTROYED", "IMPORT_FAILED", "GENERATION_FAILED" -> Kind.KEY_MATERIAL_MISSING;
            case "PENDING_EXTERNAL_DESTRUCTION", "EXTERNAL_DESTRUCTION_FAILED" -> Kind.KEY_MATERIAL_MISSING;
            case "PENDING_GENERATION", "PENDING_IMPORT" -> Kind.KEY_NOT_READY;
            default -> Kind.UNKNOWN;
        };
    }

    /**
     * Why there was no token for a service account's key.
     *
     * @param error what OAuth calls it
     */
    static Kind token(int status, String error, String message, boolean ourselves) {
        return switch (error) {
            case "invalid_grant" -> ourselves ? Kind.OUR_CREDENTIALS : grant(message);
            case "invalid_client", "unauthorized_client", "deleted_client", "disabled_client" ->
                ourselves ? Kind.OUR_CREDENTIALS : Kind.UNKNOWN;
            case "invalid_scope", "unsupported_grant_type", "invalid_request" -> Kind.OUR_CREDENTIALS;
            case "temporarily_unavailable", "internal_failure", "server_error" -> Kind.PROVIDER_FAULT;
            default -> byHttp(status);
        };
    }

    /** Why we could not become a service account that we gave to a customer. It is ours: whether it lets us is no customer's doing. */
    static Kind impersonation(String status, String reason, String message) {
        return switch (status) {
            case "PERMISSION_DENIED", "NOT_FOUND", "UNAUTHENTICATED" -> Kind.OUR_CREDENTIALS;
            default -> kms(status, reason, message, true);
        };
    }

    /** One error for an account that is gone and for a request of ours that is wrong: only words that name the account or its key are held against it. */
    private static Kind grant(String message) {
        if (ACCOUNT_IS_REFUSED.stream().anyMatch(phrase -> says(message, phrase))) {
            return Kind.CREDENTIALS_INVALID;
        }
        return says(message, "invalid jwt") || says(message, "short-lived token") ? Kind.OUR_CREDENTIALS : Kind.UNKNOWN;
    }

    private static Kind byStatus(String status, String reason, String message) {
        return switch (status) {
            case "FAILED_PRECONDITION" -> precondition(reason, message);
            case "UNAUTHENTICATED" -> Kind.OUR_CREDENTIALS;
            case "RESOURCE_EXHAUSTED" -> Kind.THROTTLED;
            case "INTERNAL", "ABORTED", "UNAVAILABLE" -> Kind.PROVIDER_FAULT;
            case "DEADLINE_EXCEEDED" -> Kind.TIMED_OUT;
            default -> reason.isEmpty() ? byWords(status, message) : Kind.UNKNOWN;
        };
    }

    private static Kind byWords(String status, String message) {
        return switch (status) {
            case "PERMISSION_DENIED" -> denied(message);
            case "NOT_FOUND" -> Kind.KEY_NOT_FOUND;
            case "INVALID_ARGUMENT" -> invalid(message);
            default -> Kind.UNKNOWN;
        };
    }

    /** The state that is named is the only thing that tells a dead key from an API that is switched off. */
    private static Kind precondition(String reason, String message) {
        if (says(message, "has not been used in project") || says(message, "it is disabled")) {
            return Kind.SERVICE_DISABLED;
        }
        int named = message.indexOf(STATE);
        if (named >= 0) {
            return state(message.substring(named + STATE.length()).replaceAll("[^A-Z_].*", ""));
        }
        return reason.startsWith(KEY) ? state(reason.substring(KEY.length())) : Kind.UNKNOWN;
    }

    private static Kind invalid(String message) {
        if (says(message, "decryption failed")) {
            return Kind.WRONG_CIPHERTEXT;
        }
        return says(message, "purpose") ? Kind.WRONG_KEY_USAGE : Kind.INVALID_REQUEST;
    }

    private static Kind denied(String message) {
        if (says(message, "prohibited by organization's policy")) {
            return Kind.NETWORK_POLICY;
        }
        if (says(message, "access justification")) {
            return Kind.JUSTIFICATION_DENIED;
        }
        if (says(message, "has not been used in project")) {
            return Kind.SERVICE_DISABLED;
        }
        boolean namesAPermission = says(message, "denied on resource") || says(message, "does not have permission");
        return namesAPermission ? Kind.ACCESS_DENIED : Kind.UNKNOWN;
    }

    private static Kind byHttp(int status) {
        return switch (status) {
            case 429 -> Kind.THROTTLED;
            case 500, 502, 503, 504 -> Kind.PROVIDER_FAULT;
            default -> Kind.UNKNOWN;
        };
    }

    private static boolean says(String message, String phrase) {
        return message.toLowerCase(Locale.ROOT).contains(phrase);
    }
}
