package io.keyward.simulator.google.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The typed details that a refusal carries. Clients are to look at these, not at texts. */
public final class ErrorDetails {

    /** The domain of reasons that all of Google's services share. */
    public static final String GOOGLE = "googleapis.com";

    private ErrorDetails() {}

    /** {@code google.rpc.ErrorInfo}. */
    public static ObjectNode errorInfo(String reason, String domain, Map<String, String> metadata) {
        ObjectNode info = typed("ErrorInfo").put("reason", reason).put("domain", domain);
        ObjectNode facts = info.putObject("metadata");
        new TreeMap<>(metadata).forEach(facts::put);
        return info;
    }

    /** {@code google.rpc.PreconditionFailure} with one violation. */
    public static ObjectNode precondition(String type, Map<String, String> violation) {
        ObjectNode failure = typed("PreconditionFailure");
        ObjectNode only = failure.putArray("violations").addObject().put("type", type);
        new TreeMap<>(violation).forEach(only::put);
        return failure;
    }

    /** {@code google.rpc.Help} with one link. */
    public static ObjectNode help(String description, String url) {
        ObjectNode help = typed("Help");
        help.putArray("links").addObject().put("description", description).put("url", url);
        return help;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", "type.googleapis.com/google.rpc." + type);
    }
}
