package io.keyward.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** AWS JSON 1.1: the operation is in a header, parameters and results are JSON objects, an error names itself in {@code __type}. */
record JsonProtocol(String target) implements Protocol {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String operation(HttpCall call) {
        String header = call.header("x-amz-target").orElse("");
        if (!header.startsWith(target + ".")) {
            throw new AwsFault(CommonFault.UNKNOWN_OPERATION.jsonCode(), "");
        }
        return header.substring(target.length() + 1);
    }

    @Override
    public ObjectNode input(HttpCall call) {
        try {
            JsonNode body = call.body().length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(call.body());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // answered below, like any other body that is not an object
        }
        throw new AwsFault("SerializationException", "The request body is not a JSON object.");
    }

    @Override
    public Answer success(String operation, ObjectNode result, String requestId) {
        return new Answer(200, CONTENT_TYPE, requestId, write(result));
    }

    @Override
    public Answer failure(AwsFault fault, String requestId) {
        ObjectNode body = MAPPER.createObjectNode().put("__type", fault.code());
        if (!fault.text().isEmpty()) {
            body.put("message", fault.text());
        }
        return new Answer(fault.status(), CONTENT_TYPE, requestId, write(body));
    }

    @Override
    public String codeOf(CommonFault fault) {
        return fault.jsonCode();
    }

    @Override
    public int statusOf(CommonFault fault) {
        return fault == CommonFault.INTERNAL_FAILURE ? 500 : 400;
    }

    private static byte[] write(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }
}
