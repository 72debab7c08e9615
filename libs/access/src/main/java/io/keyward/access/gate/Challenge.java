package io.keyward.access.gate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.keyward.access.digest.DigestAuthenticator;
import io.keyward.access.principal.Ha1;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The answer to whoever has not authenticated. Differs from other errors in its fields and in their order, as it does on the real wire. */
class Challenge {
    private static final int UNAUTHORIZED = 401;
    private static final Body BODY =
            new Body(UNAUTHORIZED, "Unauthorized", "You are not authorized for this resource.", "UNEXPECTED_ERROR");

    private final DigestAuthenticator digest;

    Challenge(DigestAuthenticator digest) {
        this.digest = digest;
    }

    @ServerExceptionMapper
    Response ask(NotAuthenticated refusal) {
        return Response.status(UNAUTHORIZED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal.way()))
                .entity(BODY)
                .build();
    }

    /** One challenge alone: clients of one scheme stumble over the other's. */
    private String challenge(NotAuthenticated.Way way) {
        return switch (way) {
            case DIGEST -> digest.challenge(false);
            case STALE_DIGEST -> digest.challenge(true);
            case TOKEN -> "Bearer realm=\"" + Ha1.REALM + "\", error=\"invalid_token\"";
        };
    }

    @JsonPropertyOrder({"error", "reason", "detail", "errorCode"})
    record Body(int error, String reason, String detail, String errorCode) {}
}
