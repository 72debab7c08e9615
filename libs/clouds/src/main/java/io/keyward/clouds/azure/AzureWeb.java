package io.keyward.clouds.azure;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.azure.AzureEnvironment.Audience;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.CloudWeb;
import io.keyward.clouds.web.KeptTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Signs applications in, asks vaults and the resource manager. Every refusal is a {@link io.keyward.clouds.web.RefusedException}. */
@ApplicationScoped
public class AzureWeb {
    private final CloudWeb web;
    private final KeptTokens<Kept> tokens;

    public AzureWeb(Vertx vertx, AzureConfig config) {
        this.web = new CloudWeb(
                vertx,
                new CloudWeb.Settings(config.endpointOverride(), config.callTimeout(), config.connectionsPerHost()));
        this.tokens = new KeptTokens<>(config.mostTokens(), config.tokenCache());
    }

    /**
     * A token of an application.
     *
     * @param secret asked for only when a token has to be obtained
     */
    public Uni<BearerToken> token(
            AzureIdentity identity, Audience audience, Freshness freshness, Supplier<Uni<String>> secret) {
        return tokens.get(new Kept(identity, audience), freshness, () -> secret.get()
                .chain(known -> signIn(identity, audience, known)));
    }

    /** A token that is obtained now and kept by nobody. */
    public Uni<BearerToken> signIn(AzureIdentity identity, Audience audience, String secret) {
        var url = "https://" + identity.environment().loginHost() + "/" + encoded(identity.tenantId())
                + "/oauth2/v2.0/token";
        var form = "grant_type=client_credentials&client_id=" + encoded(identity.clientId()) + "&client_secret="
                + encoded(secret) + "&scope="
                + encoded(identity.environment().scope(audience));
        return web.ask(CloudRequest.form(url, form))
                .map(reply -> new BearerToken(
                        reply.text("access_token"),
                        reply.header("x-ms-request-id").orElse("unknown"),
                        false));
    }

    /** Asks a vault, the resource manager or the directory. */
    public Uni<CloudReply> ask(CloudRequest request) {
        return web.ask(request);
    }

    @PreDestroy
    void close() {
        web.close();
    }

    /** What a token is kept under. */
    private record Kept(AzureIdentity identity, Audience audience) {}

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
