package io.keyward.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Plain JSON over HTTP, for what asks nobody's name or believes any: the simulated clouds and the mail catcher. */
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
        return send(request(method, url, body).build());
    }

    /** The same as the customer's administrator at a simulated cloud, who has any token that the cloud never made. */
    public static JsonNode callAsAdministrator(String method, String url, String body) {
        return send(request(method, url, body)
                .header("Authorization", "Bearer administrator")
                .build());
    }

    private static HttpRequest.Builder request(String method, String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private static JsonNode send(HttpRequest request) {
        HttpResponse<String> response = Exchange.send(CLIENT, request);
        if (response.statusCode() / HUNDREDS != SUCCESS) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " was refused: "
                    + response.statusCode() + " " + response.body());
        }
        return Exchange.parse(response.body());
    }
}
