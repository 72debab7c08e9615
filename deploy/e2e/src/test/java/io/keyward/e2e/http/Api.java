package io.keyward.e2e.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A caller of the API with an API key pair, with a token, or with nothing. */
public final class Api {

    /** Newer than any version of any resource: the newest one answers. */
    public static final String NEWEST = "application/vnd.atlas.2025-03-12+json";

    private static final String PLAIN = "application/json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private final String publicKey;
    private final String privateKey;
    private final Optional<String> authorization;
    private volatile Optional<String> challenge = Optional.empty();

    public Api(URI base, String publicKey, String privateKey) {
        this(base, publicKey, privateKey, Optional.empty());
    }

    private Api(URI base, String publicKey, String privateKey, Optional<String> authorization) {
        this.base = base;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.authorization = authorization;
        Contract.load(base);
    }

    /** The same API, called by somebody else. */
    public Api as(String otherPublicKey, String otherPrivateKey) {
        return new Api(base, otherPublicKey, otherPrivateKey);
    }

    /** The same API, called with a token. */
    public Api bearing(String token) {
        return new Api(base, "", "", Optional.of("Bearer " + token));
    }

    /** The same API, called by somebody who does not say who they are. */
    public Api anonymous() {
        return new Api(base, "", "", Optional.of(""));
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, String body) {
        return send("POST", path, body);
    }

    public Reply patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends with the media type that fits the path. */
    public Reply send(String method, String path, String body) {
        return send(method, path, path.startsWith("/api/atlas/v2") ? NEWEST : PLAIN, body);
    }

    public Reply send(String method, String path, String mediaType, String body) {
        return sendBytes(method, path, mediaType, bytes(body));
    }

    /** Sends as the last challenge asked; without one, or when it is out of date, sends nothing but the question first, like curl. */
    public Reply sendBytes(String method, String path, String mediaType, byte[] body) {
        if (authorization.isPresent()) {
            return exchange(request(method, path, mediaType, body, authorization.get()), body);
        }
        Optional<String> known = challenge;
        Reply first = known.map(asked -> exchange(signed(method, path, mediaType, body, asked), body))
                .orElseGet(() -> exchange(request(method, path, mediaType, null, null), null));
        challenge = first.header("www-authenticate").or(() -> known);
        return first.status() != 401 || challenge.isEmpty()
                ? first
                : exchange(signed(method, path, mediaType, body, challenge.get()), body);
    }

    private HttpRequest signed(String method, String path, String mediaType, byte[] body, String asked) {
        return request(method, path, mediaType, body, Digest.answer(asked, method, path, publicKey, privateKey));
    }

    /** Sends one request as it is; without an Authorization header when that is null. */
    public Reply sendOnce(String method, String path, String body, String authorization) {
        return exchange(request(method, path, PLAIN, bytes(body), authorization), bytes(body));
    }

    /** Posts JSON with a credential of another kind: a header of its own, and no Authorization. */
    public Reply sendWith(String header, String value, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", PLAIN)
                .header("Content-Type", PLAIN)
                .header(header, value)
                .POST(BodyPublishers.ofString(body));
        return exchange(request.build(), bytes(body));
    }

    /** Posts a form, as OAuth has it. */
    public Reply sendForm(String path, String form, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", PLAIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(form))
                .build();
        return exchange(request, bytes(form));
    }

    private HttpRequest request(String method, String path, String mediaType, byte[] body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", mediaType)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", mediaType);
        }
        if (authorization != null && !authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static byte[] bytes(String body) {
        return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    }

    private Reply exchange(HttpRequest request, byte[] body) {
        Reply reply = answer(request);
        String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Contract.hold(Asked.of(request.method(), request.uri(), sent), reply);
        return reply;
    }

    private Reply answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return Reply.received(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            return new Reply(0, java.util.Map.of(), "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
