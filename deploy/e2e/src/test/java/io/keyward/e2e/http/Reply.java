package io.keyward.e2e.http;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.testkit.errorcode.SeenErrorCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a request was answered with.
 *
 * @param headers by name in lower case
 * @param text the body, empty when there is none
 */
public record Reply(int status, Map<String, List<String>> headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What whoever asks gets in the end, when they do as clients should: what is answered 503 is asked again, for half a minute. */
    public static Reply insist(Supplier<Reply> request) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(PATIENCE)
                .until(request::get, reply -> reply.status() != UNAVAILABLE);
    }

    /** What came over the wire. Whoever asked, and with what: the code that was answered counts as provoked. */
    static Reply received(int status, Map<String, List<String>> headers, String text) {
        headers.getOrDefault(SeenErrorCodes.HEADER.toLowerCase(Locale.ROOT), List.of())
                .forEach(SeenErrorCodes::record);
        return new Reply(status, headers, text);
    }

    /** The body as JSON; fails, showing it, when it is something else. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON, with status " + status + ": " + text, e);
        }
    }

    /** The entries of a list. */
    public List<JsonNode> results() {
        List<JsonNode> results = new ArrayList<>();
        json().path("results").forEach(results::add);
        return results;
    }

    /** The text at a JSON pointer, for example {@code /awsKms/valid}; empty when there is nothing. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** This reply, when it has the expected status; an error that shows the reply otherwise. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but got " + this);
        }
        return this;
    }
}
