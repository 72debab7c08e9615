package io.keyward.simulator.google.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.hosts.HostReply;
import java.util.List;

/** A refusal, as Google's APIs word it. */
public final class GoogleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String CHALLENGE = "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"";

    private final RpcStatus status;
    private final String text;
    private final transient List<ObjectNode> details;

    public GoogleFault(RpcStatus status, String text, ObjectNode... details) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
        this.details = List.of(details);
    }

    /** What it is in HTTP. */
    public HostReply reply() {
        return reply(status.http());
    }

    /** The same under another HTTP status. */
    public HostReply reply(int http) {
        ObjectNode error = JsonNodeFactory.instance
                .objectNode()
                .put("code", http)
                .put("message", text)
                .put("status", status.name());
        if (!details.isEmpty()) {
            error.putArray("details").addAll(details);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("error", error);
        HostReply reply = HostReply.refused(http, body, status.name(), text);
        return status == RpcStatus.UNAUTHENTICATED ? reply.with("WWW-Authenticate", CHALLENGE) : reply;
    }
}
