package io.keyward.simulator.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service says to a request.
 *
 * @param headers by name
 * @param outcome {@code OK}, or the code of the refusal, for the log
 * @param message the text of a refusal, for the log
 */
public record HostReply(
        int status,
        Map<String, String> headers,
        byte[] body,
        String outcome,
        @Nullable String message) {

    public static final String OK = "OK";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json; charset=utf-8";

    /** A request that was carried out. */
    public static HostReply done(int status, JsonNode body) {
        return new HostReply(status, Map.of(CONTENT_TYPE, JSON), bytes(body), OK, null);
    }

    /** A request that was carried out, about which there is nothing to say. */
    public static HostReply done(int status) {
        return new HostReply(status, Map.of(), new byte[0], OK, null);
    }

    /** A request that was not carried out. */
    public static HostReply refused(int status, JsonNode body, String code, String message) {
        return new HostReply(status, Map.of(CONTENT_TYPE, JSON), bytes(body), code, message);
    }

    /** The same with a header more. */
    public HostReply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new HostReply(status, all, body, outcome, message);
    }

    /** Whether the request was carried out. */
    public boolean executed() {
        return outcome.equals(OK);
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }
}
