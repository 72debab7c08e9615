package io.keyward.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls the API as curl does with {@code --digest}: once without credentials, and again with the answer to the challenge.
 */
public final class DigestClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String baseUrl;
    private final String publicKey;
    private final String privateKey;

    public DigestClient(String baseUrl, String publicKey, String privateKey) {
        this.baseUrl = baseUrl;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** GET of {@code path}, in the version of {@code date}, for example {@code 2023-01-01}. */
    public Reply get(String path, String date) {
        return call("GET", path, mediaType(date), null);
    }

    public Reply post(String path, String date, String body) {
        return call("POST", path, mediaType(date), body);
    }

    public Reply patch(String path, String date, String body) {
        return call("PATCH", path, mediaType(date), body);
    }

    public Reply delete(String path, String date) {
        return call("DELETE", path, mediaType(date), null);
    }

    /** The media type of the API's version of that date. */
    public static String mediaType(String date) {
        return "application/vnd.atlas." + date + "+json";
    }

    /**
     * Any call.
     *
     * @param mediaType what is accepted, and what the body is
     * @param body null when there is none
     * @throws IllegalStateException when nothing answers
     */
    public Reply call(String method, String path, String mediaType, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LIMIT)
                .header("Accept", mediaType)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", mediaType);
        }
        HttpResponse<String> first = Exchange.send(http, request.build());
        if (first.statusCode() != UNAUTHORIZED) {
            return Reply.of(first);
        }
        String challenge = first.headers().firstValue("WWW-Authenticate").orElse("");
        String answer = DigestChallenge.parse(challenge).answer(publicKey, privateKey, method, path);
        return Reply.of(
                Exchange.send(http, request.header("Authorization", answer).build()));
    }

    /**
     * What came back.
     *
     * @param body the parsed JSON; a missing node when there is none
     * @param text the body as it came
     */
    public record Reply(int status, JsonNode body, String text) {
        private static Reply of(HttpResponse<String> response) {
            return new Reply(response.statusCode(), parse(response.body()), response.body());
        }

        /** This reply when its status is {@code expected}; fails with what it says otherwise. */
        public Reply expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("expected HTTP " + expected + ", got " + status + ": " + text);
            }
            return this;
        }

        private static JsonNode parse(String text) {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                return MissingNode.getInstance();
            }
        }
    }
}
