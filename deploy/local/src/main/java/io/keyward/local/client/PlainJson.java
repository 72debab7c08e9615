package io.keyward.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Plain JSON over HTTP, for what asks nobody's name: the simulated cloud's control API and the mail catcher. */
public final class PlainJson {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int SUCCESS = 2;
    private static final int HUNDREDS = 100;

    private PlainJson() {}

    public static JsonNode get(String url) {
        return call("GET", url, "");
    }

    /** Fails, with what is said, when the answer is no success. */
    public static JsonNode call(String method, String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = Exchange.send(CLIENT, request);
        if (response.statusCode() / HUNDREDS != SUCCESS) {
            throw new IllegalStateException(
                    method + " " + url + " was refused: " + response.statusCode() + " " + response.body());
        }
        return Exchange.parse(response.body());
    }
}
