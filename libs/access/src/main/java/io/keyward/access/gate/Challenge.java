package io.keyward.access.gate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.keyward.access.digest.DigestAuthenticator;
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
                .header(HttpHeaders.WWW_AUTHENTICATE, digest.challenge(refusal.stale()))
                .entity(BODY)
                .build();
    }

    @JsonPropertyOrder({"error", "reason", "detail", "errorCode"})
    record Body(int error, String reason, String detail, String errorCode) {}
}
