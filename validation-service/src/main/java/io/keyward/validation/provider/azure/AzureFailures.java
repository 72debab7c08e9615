package io.keyward.validation.provider.azure;

import io.keyward.validation.check.asking.Failure.Kind;
import java.util.Locale;

/**
 * What each refusal of Entra and of Key Vault means: by the error, its inner code or its number, by the HTTP status only where Azure says nothing else. What is not
 * listed is unknown, and unknown never counts against a key.
 */
final class AzureFailures {
    private AzureFailures() {}

    /**
     * Why a vault refused.
     *
     * @param code what the error calls itself
     * @param inner what the inner error says; empty without one
     * @param message in words: read only where one code has several meanings
     */
    static Kind vault(int status, String code, String inner, String message) {
        return switch (inner.isEmpty() ? code : inner) {
            case "ForbiddenByFirewall", "ForbiddenByConnection" -> Kind.NETWORK_POLICY;
            case "ForbiddenByPolicy", "ForbiddenByRbac", "AccessDenied" -> Kind.ACCESS_DENIED_SLOWLY;
            case "KeyDisabled" -> Kind.KEY_DISABLED;
            case "KeyExpired" -> Kind.KEY_EXPIRED;
            case "KeyNotYetValid" -> Kind.KEY_NOT_YET_VALID;
            case "KeyOperationForbidden" -> Kind.WRONG_KEY_USAGE;
            case "KeyNotFound" -> Kind.KEY_NOT_FOUND;
            case "ObjectIsDeletedButRecoverable", "VaultNotFound" -> Kind.KEY_PENDING_DELETION;
            case "BadParameter" ->
                says(message, "not supported by a key") ? Kind.WRONG_KEY_USAGE : Kind.WRONG_CIPHERTEXT;
            case "Throttled" -> Kind.THROTTLED;
            case "Unauthorized" -> unauthorized(message);
            default -> byStatus(status);
        };
    }

    /**
     * Why Entra gave no token.
     *
     * @param error what OAuth calls it
     * @param number the first of {@code error_codes}; 0 without one
     * @param ourselves whether it is our own application that was refused
     */
    static Kind entra(int status, String error, int number, boolean ourselves) {
        return switch (error) {
            case "invalid_client" -> invalidClient(number, ourselves);
            case "unauthorized_client" -> unauthorizedClient(number, ourselves);
            case "invalid_resource" -> Kind.INVALID_REQUEST;
            case "interaction_required" -> Kind.NETWORK_POLICY;
            case "temporarily_unavailable" -> isThrottling(status, number) ? Kind.THROTTLED : Kind.PROVIDER_FAULT;
            case "invalid_request" -> number == 90002 ? Kind.OWNER_NOT_FOUND : Kind.INVALID_REQUEST;
            case "invalid_scope", "unsupported_grant_type" -> Kind.OUR_CREDENTIALS;
            default -> byStatus(status);
        };
    }

    private static Kind invalidClient(int number, boolean ourselves) {
        if (ourselves) {
            return Kind.OUR_CREDENTIALS;
        }
        return switch (number) {
            case 7000222 -> Kind.CREDENTIALS_EXPIRED;
            case 7000215, 50012, 700027 -> Kind.CREDENTIALS_INVALID;
            default -> Kind.UNKNOWN;
        };
    }

    private static Kind unauthorizedClient(int number, boolean ourselves) {
        return switch (number) {
            case 700016, 7000112 -> ourselves ? Kind.NOT_LET_IN : Kind.CREDENTIALS_INVALID;
            default -> Kind.UNKNOWN;
        };
    }

    private static boolean isThrottling(int status, int number) {
        return status == 429 || number == 90055 || number == 50196;
    }

    /** A token of another tenant or for another cloud is a matter of the configuration; one that lapsed is replaced. */
    private static Kind unauthorized(String message) {
        return says(message, "expired") ? Kind.TOKEN_REFUSED : Kind.INVALID_REQUEST;
    }

    private static Kind byStatus(int status) {
        return switch (status) {
            case 429 -> Kind.THROTTLED;
            case 401 -> Kind.TOKEN_REFUSED;
            case 500, 502, 503, 504 -> Kind.PROVIDER_FAULT;
            default -> Kind.UNKNOWN;
        };
    }

    private static boolean says(String message, String phrase) {
        return message.toLowerCase(Locale.ROOT).contains(phrase);
    }
}
