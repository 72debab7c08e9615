package io.keyward.clouds.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a cloud.
 *
 * @param method of HTTP
 * @param url {@code https}, with the cloud's own host, whichever way it takes
 * @param headers may hold a token
 * @param body null when there is none; may hold a secret
 */
public record CloudRequest(
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable String body,
        Way way) {

    /** A form that is posted over the internet. */
    public static CloudRequest form(String url, String form) {
        return new CloudRequest(
                "POST",
                URI.create(url),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                form,
                Way.INTERNET);
    }

    /** A question as whoever has the token; with a body it is posted. */
    public static CloudRequest asking(String url, BearerToken token, @Nullable String json, Way way) {
        return new CloudRequest(
                json == null ? "GET" : "POST",
                URI.create(url),
                Map.of(
                        "Authorization",
                        "Bearer " + token.value(),
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json"),
                json,
                way);
    }

    /** Where it goes, and nothing of what is in it. */
    @Override
    public String toString() {
        return "CloudRequest[" + method + " " + url + "]";
    }
}
