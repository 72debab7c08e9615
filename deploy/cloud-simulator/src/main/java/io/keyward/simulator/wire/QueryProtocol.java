package io.keyward.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The query protocol: form parameters in, XML out. Lists in results become {@code member} elements. */
record QueryProtocol(String namespace) implements Protocol {

    static final String CONTENT_TYPE = "text/xml";

    @Override
    public String operation(HttpCall call) {
        return action(call);
    }

    @Override
    public ObjectNode input(HttpCall call) {
        return form(call);
    }

    @Override
    public Answer success(String operation, ObjectNode result, String requestId) {
        Xml xml = new Xml().open(operation + "Response", namespace).open(operation + "Result");
        xml.fields(result, "member");
        xml.close(operation + "Result").open("ResponseMetadata").leaf("RequestId", requestId);
        xml.close("ResponseMetadata").close(operation + "Response");
        return Answer.text(200, CONTENT_TYPE, requestId, xml.toString());
    }

    @Override
    public Answer failure(AwsFault fault, String requestId) {
        Xml xml = new Xml().open("ErrorResponse", namespace).open("Error");
        xml.leaf("Type", fault.status() >= 500 ? "Receiver" : "Sender").leaf("Code", fault.code());
        xml.leaf("Message", fault.text()).close("Error").leaf("RequestId", requestId);
        return Answer.text(
                fault.status(),
                CONTENT_TYPE,
                requestId,
                xml.close("ErrorResponse").toString());
    }

    @Override
    public String codeOf(CommonFault fault) {
        return fault.queryCode();
    }

    @Override
    public int statusOf(CommonFault fault) {
        return fault.queryStatus();
    }

    static String action(HttpCall call) {
        String action = form(call).path("Action").asText();
        if (action.isEmpty()) {
            throw new AwsFault("MissingAction", "The request names no action.");
        }
        return action;
    }

    /** Parameters from the query string and the body. */
    static ObjectNode form(HttpCall call) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        addAll(input, call.query());
        addAll(input, new String(call.body(), StandardCharsets.UTF_8));
        return input;
    }

    private static void addAll(ObjectNode input, String form) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                input.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AwsFault("MalformedQueryString", "The query string contains a syntax error.");
        }
    }
}
