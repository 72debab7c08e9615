package io.keyward.simulator.azure.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;

/** Replies with what every service of Azure adds to them. */
public final class AzureReplies {

    private static final String RETRY_SECONDS = "1";
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private AzureReplies() {}

    /** The reply with the ids by which the two sides find it in their logs. */
    public static HostReply signed(HostCall call, HostReply reply) {
        HostReply named = reply.with("x-ms-request-id", call.requestId());
        return call.http()
                .header("x-ms-client-request-id")
                .map(id -> named.with("x-ms-client-request-id", id))
                .orElse(named);
    }

    /** The refusal; the log has its inner code, if there is one. */
    public static HostReply refused(HostCall call, AzureFault fault) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error").put("code", fault.code()).put("message", fault.text());
        fault.inner().ifPresent(inner -> error.putObject("innererror").put("code", inner));
        HostReply reply = HostReply.refused(fault.status(), body, fault.inner().orElse(fault.code()), fault.text());
        boolean later = fault.status() == TOO_MANY || fault.status() == UNAVAILABLE;
        return signed(call, later ? reply.with("Retry-After", RETRY_SECONDS) : reply);
    }
}
