package io.keyward.simulator.azure.entra;

import java.util.Arrays;
import java.util.Optional;

/** Why there is no token: the number in {@code error_codes}, what OAuth calls it in {@code error}, the HTTP status and the usual text. */
enum EntraRefusal {
    WRONG_SECRET(7000215, Oauth.INVALID_CLIENT, 401, "Invalid client secret provided."),
    EXPIRED_SECRET(7000222, Oauth.INVALID_CLIENT, 401, "The provided client secret keys for the app are expired."),
    WRONG_CERTIFICATE(50012, Oauth.INVALID_CLIENT, 401, "Authentication failed."),
    WRONG_ASSERTION(
            700027, Oauth.INVALID_CLIENT, 401, "The certificate used to sign the client assertion is not valid."),
    UNKNOWN_APPLICATION(700016, Oauth.UNAUTHORIZED_CLIENT, 400, "The application was not found in the directory."),
    DISABLED_APPLICATION(7000112, Oauth.UNAUTHORIZED_CLIENT, 400, "The application is disabled."),
    UNKNOWN_TENANT(90002, Oauth.INVALID_REQUEST, 400, "The tenant was not found."),
    OTHER_CLOUD(90038, Oauth.INVALID_REQUEST, 400, "The tenant belongs to another national cloud."),
    CROSS_CLOUD(900382, Oauth.INVALID_REQUEST, 400, "Confidential Client is not supported in Cross Cloud request."),
    UNKNOWN_RESOURCE(500011, Oauth.INVALID_RESOURCE, 400, "The resource principal was not found in the tenant."),
    DISABLED_RESOURCE(50001, Oauth.INVALID_RESOURCE, 400, "The resource is disabled or does not exist."),
    CONDITIONAL_ACCESS(
            53003, Oauth.INTERACTION_REQUIRED, 400, "Access has been blocked by Conditional Access policies."),
    SECURITY_POLICY(530032, Oauth.INTERACTION_REQUIRED, 400, "Access has been blocked by security policy."),
    MISSING_PARAMETER(900144, Oauth.INVALID_REQUEST, 400, "The request body must contain all parameters."),
    WRONG_SCOPE(70011, "invalid_scope", 400, "The provided value for the input parameter 'scope' is not valid."),
    WRONG_GRANT(70003, "unsupported_grant_type", 400, "The app requested an unsupported grant type."),
    EXTERNAL_RETRY(90006, Oauth.TEMPORARILY_UNAVAILABLE, 503, "The service is temporarily unavailable."),
    TIMED_OUT(90012, Oauth.TEMPORARILY_UNAVAILABLE, 504, "The request has timed out."),
    OVER_BUDGET(90024, Oauth.TEMPORARILY_UNAVAILABLE, 503, "A transient error has occurred."),
    DIRECTORY_DOWN(90033, Oauth.TEMPORARILY_UNAVAILABLE, 503, "The directory is temporarily unavailable."),
    THROTTLED(90055, Oauth.TEMPORARILY_UNAVAILABLE, 429, "The tenant is throttled because of too many requests."),
    LOOP(50196, Oauth.TEMPORARILY_UNAVAILABLE, 429, "The server ended a loop of requests.");

    /** Values of {@code error}. */
    private static final class Oauth {
        static final String INVALID_CLIENT = "invalid_client";
        static final String UNAUTHORIZED_CLIENT = "unauthorized_client";
        static final String INVALID_REQUEST = "invalid_request";
        static final String INVALID_RESOURCE = "invalid_resource";
        static final String INTERACTION_REQUIRED = "interaction_required";
        static final String TEMPORARILY_UNAVAILABLE = "temporarily_unavailable";
    }

    private final int number;
    private final String error;
    private final int status;
    private final String text;

    EntraRefusal(int number, String error, int status, String text) {
        this.number = number;
        this.error = error;
        this.status = status;
        this.text = text;
    }

    /** The refusal with this number, if it is one that is known here. */
    static Optional<EntraRefusal> numbered(String number) {
        return Arrays.stream(values())
                .filter(refusal -> Integer.toString(refusal.number).equals(number))
                .findFirst();
    }

    int number() {
        return number;
    }

    String error() {
        return error;
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }

    /** Whether asking again later may help, and when is said. */
    boolean passes() {
        return error.equals(Oauth.TEMPORARILY_UNAVAILABLE);
    }
}
