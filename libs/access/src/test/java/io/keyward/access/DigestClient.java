package io.keyward.access;

import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.testkit.errorcode.SeenErrorCodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Digest client whose every move can be turned wrong. */
final class DigestClient {
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final String publicKey;
    private final String privateKey;

    DigestClient(URI server, String publicKey, String privateKey) {
        this.server = server;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    HttpResponse<String> get(String target) {
        return send("GET", target, null, authorization("GET", target, nonce(target)));
    }

    HttpResponse<String> send(String method, String target, @Nullable String body) {
        return send(method, target, body, authorization(method, target, nonce(target)));
    }

    HttpResponse<String> send(
            String method, String target, @Nullable String body, @Nullable String authorization, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(target))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            SeenErrorCodes.record(
                    response.headers().firstValue(SeenErrorCodes.HEADER).orElse(null));
            return response;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String nonce(String target) {
        String challenge = send("GET", target, null, null)
                .headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow();
        Matcher nonce = NONCE.matcher(challenge);
        if (!nonce.find()) {
            throw new IllegalStateException(challenge);
        }
        return nonce.group(1);
    }

    String authorization(String method, String uri, String nonce) {
        return authorization(method, uri, nonce, "00000001", UUID.randomUUID().toString());
    }

    String authorization(String method, String uri, String nonce, String nc, String cnonce) {
        return authorization(DigestAlgorithm.MD5, method, uri, nonce, nc, cnonce);
    }

    String authorization(DigestAlgorithm algorithm, String method, String uri, String nonce, String nc, String cnonce) {
        String ha2 = algorithm.hash(method + ":" + uri);
        String response = algorithm.hash(
                String.join(":", Ha1.of(algorithm, publicKey, privateKey), nonce, nc, cnonce, "auth", ha2));
        return "Digest username=\"" + publicKey + "\", realm=\"MMS Public API\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", cnonce=\"" + cnonce + "\", nc=" + nc + ", qop=auth, response=\"" + response
                + "\", algorithm=" + algorithm.title();
    }
}
