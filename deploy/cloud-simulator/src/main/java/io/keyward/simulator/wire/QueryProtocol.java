package io.keyward.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The query protocol: form parameters in, XML out. Lists in results become {@code member} elements. */
record QueryProtocol(String namespace) implements Protocol {

    private static final String CONTENT_TYPE = "text/xml";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String operation(HttpCall call) {
        String action = input(call).path("Action").asText();
        if (action.isEmpty()) {
            throw new AwsFault("MissingAction", "The request names no action.");
        }
        return action;
    }

    @Override
    public ObjectNode input(HttpCall call) {
        ObjectNode input = MAPPER.createObjectNode();
        addAll(input, call.query());
        addAll(input, new String(call.body(), StandardCharsets.UTF_8));
        return input;
    }

    @Override
    public Answer success(String operation, ObjectNode result, String requestId) {
        Xml xml = new Xml().open(operation + "Response", namespace).open(operation + "Result");
        write(xml, result);
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

    private static void write(Xml xml, JsonNode node) {
        node.properties().forEach(field -> element(xml, field.getKey(), field.getValue()));
    }

    private static void element(Xml xml, String name, JsonNode value) {
        if (value.isObject()) {
            xml.open(name);
            write(xml, value);
            xml.close(name);
        } else if (value.isArray()) {
            xml.open(name);
            value.forEach(member -> element(xml, "member", member));
            xml.close(name);
        } else {
            xml.leaf(name, value.asText());
        }
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
