package io.keyward.access.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

/** The keys of an OpenID provider, found as OpenID Connect Discovery says. */
final class OpenIdProvider {
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int OK = 200;

    private final HttpClient http;
    private final String issuer;

    OpenIdProvider(Vertx vertx, String issuer) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
        this.issuer = issuer;
    }

    /** Its JSON Web Key Set. Fails when it is not to be had, or when the provider takes itself for another one. */
    Uni<String> jwks() {
        String discovery = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        return Uni.createFrom().completionStage(() -> get(discovery)
                .map(text -> keysOf(new JsonObject(text)))
                .compose(this::get)
                .toCompletionStage());
    }

    private String keysOf(JsonObject configuration) {
        if (!issuer.equals(configuration.getString("issuer"))) {
            throw new IllegalStateException(issuer + " describes itself as another issuer.");
        }
        return configuration.getString("jwks_uri");
    }

    private Future<String> get(String url) {
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url)
                        .setTimeout(TIMEOUT_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(answer -> bodyOf(answer, url))
                .map(Buffer::toString);
    }

    private static Future<Buffer> bodyOf(HttpClientResponse answer, String url) {
        return answer.statusCode() == OK
                ? answer.body()
                : Future.failedFuture("%s answers %d".formatted(url, answer.statusCode()));
    }
}
