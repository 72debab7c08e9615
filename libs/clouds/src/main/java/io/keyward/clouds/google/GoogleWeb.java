package io.keyward.clouds.google;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.CloudWeb;
import io.keyward.clouds.web.KeptTokens;
import io.keyward.clouds.web.Way;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Tokens of service accounts, and requests to Cloud KMS. Where tokens come from is a constant of ours. Every refusal is a
 * {@link io.keyward.clouds.web.RefusedException}.
 */
@ApplicationScoped
public class GoogleWeb {
    private static final String TOKENS = "https://oauth2.googleapis.com/token";
    private static final String IMPERSONATION =
            "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/%s:generateAccessToken";
    private static final String PLATFORM = "https://www.googleapis.com/auth/cloud-platform";
    private static final String KMS = "https://www.googleapis.com/auth/cloudkms";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String OURSELVES = "ourselves";

    private final CloudWeb web;
    private final KeptTokens<String> tokens;
    private final Optional<ServiceAccountKey> own;
    private final ExecutorService signers = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();

    public GoogleWeb(Vertx vertx, GoogleConfig config) {
        this.web = new CloudWeb(
                vertx,
                new CloudWeb.Settings(config.endpointOverride(), config.callTimeout(), config.connectionsPerHost()));
        this.tokens = new KeptTokens<>(config.mostTokens(), config.tokenCache());
        this.own = config.credentials().map(ServiceAccountKey::parse);
    }

    /** Our own service account; empty when none is configured. */
    public Optional<String> ownAccount() {
        return own.map(ServiceAccountKey::account);
    }

    /**
     * A token of the service account whose key is kept under {@code credentialId}.
     *
     * @param key asked for only when a token has to be obtained
     */
    public Uni<BearerToken> token(String credentialId, Freshness freshness, Supplier<Uni<ServiceAccountKey>> key) {
        return tokens.get(
                "credential:" + credentialId, freshness, () -> key.get().chain(this::signIn));
    }

    /** A token that is obtained now and kept by nobody. */
    public Uni<BearerToken> signIn(ServiceAccountKey key) {
        return exchange(key, KMS);
    }

    /** Our own token. Fails with an {@link IllegalStateException} when we have no service account. */
    public Uni<BearerToken> ownToken(Freshness freshness) {
        return own.map(key -> tokens.get(OURSELVES, freshness, () -> exchange(key, PLATFORM)))
                .orElseGet(() -> Uni.createFrom()
                        .failure(new IllegalStateException("keyward.google.credentials is not configured")));
    }

    /** A token of a service account that lets ours become it. */
    public Uni<BearerToken> impersonate(String account, BearerToken ours, Freshness freshness) {
        return tokens.get("account:" + account, freshness, () -> become(account, ours));
    }

    /** Asks Cloud KMS. */
    public Uni<CloudReply> ask(CloudRequest request) {
        return web.ask(request);
    }

    @PreDestroy
    void close() {
        web.close();
        signers.shutdown();
    }

    private Uni<BearerToken> exchange(ServiceAccountKey key, String scope) {
        return ContextHop.call(() -> CompletableFuture.supplyAsync(() -> form(key, scope), signers))
                .chain(form -> web.ask(CloudRequest.form(TOKENS, form)))
                .map(reply -> token(reply, "access_token"));
    }

    /** Signing takes a millisecond, for which nobody else should wait. */
    private String form(ServiceAccountKey key, String scope) {
        return "grant_type=" + encoded(GRANT) + "&assertion=" + key.assertion(TOKENS, scope, clock.instant());
    }

    private Uni<BearerToken> become(String account, BearerToken ours) {
        var wish = new JsonObject().put("scope", new JsonArray().add(KMS)).put("lifetime", "900s");
        var url = IMPERSONATION.formatted(encoded(account));
        return web.ask(CloudRequest.asking(url, ours, wish.encode(), Way.INTERNET))
                .map(reply -> token(reply, "accessToken"));
    }

    private static BearerToken token(CloudReply reply, String field) {
        return new BearerToken(reply.text(field), null, false);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
