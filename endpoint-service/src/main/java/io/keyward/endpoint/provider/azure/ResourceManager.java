package io.keyward.endpoint.provider.azure;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.azure.AzureConfig;
import io.keyward.clouds.azure.AzureEnvironment;
import io.keyward.clouds.azure.AzureIdentity;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.RefusedException;
import io.keyward.clouds.web.Way;
import io.keyward.endpoint.provider.azure.AzureEndpointFailures.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Azure's resource manager, asked as ourselves. Whatever comes of it is a value. Once it asks for patience, it is not asked until that is over. */
@ApplicationScoped
class ResourceManager {
    private static final Logger LOG = Logger.getLogger(ResourceManager.class);
    private static final int UNAUTHORIZED = 401;

    private final AzureWeb web;
    private final AzureConfig config;
    private final AzureEnvironment environment;
    private final Clock clock;
    private final Forbearance forbearance = new Forbearance();

    ResourceManager(AzureWeb web, AzureConfig config, AzureEndpointConfig endpoints, Clock clock) {
        this.web = web;
        this.config = config;
        this.environment = AzureEnvironment.named(endpoints.environment()).orElseThrow(IllegalArgumentException::new);
        this.clock = clock;
    }

    /** What came of a request. */
    sealed interface Outcome {

        /** It was answered well. */
        record Done(CloudReply reply) implements Outcome {}

        record Failed(Failure failure) implements Outcome {}
    }

    /** Sends a request to {@code target}, path and query. It is {@code what} in our log, if it fails. */
    Uni<Outcome> send(String method, String target, @Nullable String json, String what) {
        return forbearance
                .reason(clock.instant())
                .map(ResourceManager::failed)
                .or(() -> identity().map(known -> send(known, method, target, json, what)))
                .orElseGet(() -> failed(new Failure(AzureTrouble.NO_APPLICATION_SET, null)));
    }

    private Uni<Outcome> send(
            AzureIdentity identity, String method, String target, @Nullable String json, String what) {
        return token(identity, Freshness.CACHED)
                .chain(token -> web.ask(request(method, target, json, token))
                        .onFailure(failure -> token.cached() && isUnauthorized(failure))
                        .recoverWithUni(() -> token(identity, Freshness.FRESH)
                                .chain(fresh -> web.ask(request(method, target, json, fresh)))))
                .<Outcome>map(Outcome.Done::new)
                .onFailure()
                .recoverWithItem(failure -> refused(failure, what));
    }

    /** Path and query of a page that an answer leads to; empty when that is not a page of the resource manager's. */
    Optional<String> target(String link) {
        try {
            var url = new URI(link);
            return "https".equals(url.getScheme())
                            && environment.managementHost().equalsIgnoreCase(url.getHost())
                            && url.getRawQuery() != null
                    ? Optional.of(url.getRawPath() + "?" + url.getRawQuery())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<AzureIdentity> identity() {
        return config.applicationSecret().flatMap(secret -> config.tenantId()).flatMap(tenant -> config.applicationId()
                .map(application -> new AzureIdentity(environment, tenant, application, null)));
    }

    /** A token that is no longer taken does nothing: the request may be sent again. */
    private static boolean isUnauthorized(Throwable failure) {
        return failure instanceof RefusedException refusal && refusal.reply().status() == UNAUTHORIZED;
    }

    private Uni<BearerToken> token(AzureIdentity identity, Freshness freshness) {
        return web.token(identity, AzureEnvironment.Audience.MANAGEMENT, freshness, () -> Uni.createFrom()
                .item(config.applicationSecret().orElseThrow()));
    }

    private CloudRequest request(String method, String target, @Nullable String json, BearerToken token) {
        var headers = Map.of(
                "Authorization",
                "Bearer " + token.value(),
                "Content-Type",
                "application/json",
                "Accept",
                "application/json");
        return new CloudRequest(
                method, URI.create("https://" + environment.managementHost() + target), headers, json, Way.INTERNET);
    }

    private Outcome refused(Throwable refusal, String what) {
        LOG.warnf("%s: %s", what, AzureEndpointFailures.words(refusal));
        var failure = AzureEndpointFailures.of(refusal);
        if (refusal instanceof RefusedException answer && failure.trouble().concernsAll()) {
            pause(answer.reply()).ifPresent(pause -> forbearance.ask(pause, failure, clock.instant()));
        }
        return new Outcome.Failed(failure);
    }

    /** The header in seconds is the only form that Azure uses. */
    private static Optional<Duration> pause(CloudReply reply) {
        return reply.header("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Uni<Outcome> failed(Failure failure) {
        return Uni.createFrom().item(new Outcome.Failed(failure));
    }
}
