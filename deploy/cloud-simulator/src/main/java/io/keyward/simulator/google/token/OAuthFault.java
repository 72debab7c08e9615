package io.keyward.simulator.google.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.keyward.simulator.hosts.HostReply;

/** A refusal of the token endpoint, which has a form of its own. */
final class OAuthFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;

    private OAuthFault(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    static OAuthFault of(int status, String error, String description) {
        return new OAuthFault(status, error, description);
    }

    /** The assertion is no good. */
    static OAuthFault invalidGrant(String description) {
        return new OAuthFault(400, "invalid_grant", description);
    }

    HostReply reply() {
        return HostReply.refused(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description),
                error,
                description);
    }
}
