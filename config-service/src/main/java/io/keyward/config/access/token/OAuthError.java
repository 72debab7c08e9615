package io.keyward.config.access.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * How the token endpoint refuses, as RFC 6749 wants it: not in the shape of the other errors.
 *
 * @param error one of the RFC's codes
 */
record OAuthError(
        String error, @JsonProperty("error_description") String description) {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    /** 400: the request itself is wrong. */
    static Response invalidRequest(String description) {
        return of(BAD_REQUEST, "invalid_request", description).build();
    }

    /** 400: a way to a token that there is not. */
    static Response unsupportedGrantType() {
        return of(BAD_REQUEST, "unsupported_grant_type", "Only grant_type=client_credentials is supported.")
                .build();
    }

    /** 401: nobody, or not who they say; deliberately the same answer. */
    static Response invalidClient() {
        return of(UNAUTHORIZED, "invalid_client", "The client id or its secret is wrong, or the secret has expired.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"MMS Public API\"")
                .build();
    }

    private static Response.ResponseBuilder of(int status, String error, String description) {
        return Response.status(status)
                .entity(new OAuthError(error, description))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
