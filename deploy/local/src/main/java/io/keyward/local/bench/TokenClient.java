package io.keyward.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.Exchange;
import io.keyward.local.folder.Addresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The API with a token of the first service account: one request for each answer, over a connection that stays. */
final class TokenClient {
    private static final String VERSION = "application/vnd.atlas.2024-10-23+json";
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String baseUrl;
    private final String token;

    TokenClient(Addresses addresses) {
        baseUrl = addresses.baseUrl();
        String account = addresses.clientId() + ":" + addresses.clientSecret();
        String basic = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        token = Exchange.parse(send(HttpRequest.newBuilder(URI.create(baseUrl + "/api/oauth/token"))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build()))
                .path("access_token")
                .asText();
    }

    /** The body of the answer, as it came; fails unless it is a success. */
    String get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode read(String path) {
        return Exchange.parse(get(path));
    }

    JsonNode post(String path, String body) {
        return Exchange.parse(send(request(path)
                .header("Content-Type", VERSION)
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Accept", VERSION)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) {
        var response = Exchange.send(http, request);
        if (response.statusCode() >= FIRST_FAILURE) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
