package io.keyward.access.peer;

import io.keyward.access.ApiKey;
import io.keyward.access.ApiKeyDirectory;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.secrets.Sealer;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * The API keys of config-service, seen from another service. An answer is believed for a while (30 s unless configured), so that callers
 * who were seen lately go on while config-service is down, and a revoked key is refused within that time everywhere. That a key does not
 * exist is not remembered: a new key works at once. A key that is not remembered while config-service gives no answer is refused with 503:
 * nobody can say that it is wrong.
 */
@DefaultBean
@ApplicationScoped
public class RemoteApiKeyDirectory implements ApiKeyDirectory {
    private static final Logger LOG = Logger.getLogger(RemoteApiKeyDirectory.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int MAX_ENTRIES = 10_000;

    private final ApiKeyClient client;
    private final Sealer sealer;
    private final Duration life;
    private final Clock clock;
    private final Map<String, Entry> cache = new ConcurrentHashMap<>();

    @Inject
    RemoteApiKeyDirectory(@RestClient ApiKeyClient client, Sealer sealer, InternalConfig config) {
        this(client, sealer, config.apiKeyCache(), Clock.systemUTC());
    }

    RemoteApiKeyDirectory(ApiKeyClient client, Sealer sealer, Duration life, Clock clock) {
        this.client = client;
        this.sealer = sealer;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<ApiKey>> find(String publicKey) {
        Entry known = cache.get(publicKey);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Uni.createFrom().item(Optional.of(known.key()));
        }
        return refresh(publicKey);
    }

    @Override
    public Uni<Optional<ApiKey>> refresh(String publicKey) {
        return client.get(publicKey)
                .map(Optional::of)
                .onFailure(RemoteApiKeyDirectory::saysThereIsNone)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(RemoteApiKeyDirectory::noAnswer)
                .map(document -> document.map(one -> one.open(sealer)))
                .invoke(found -> remember(publicKey, found));
    }

    /** Whatever went wrong over there, a wrong token of ours included, is not the caller's doing: neither 401 nor 400. */
    private static Refusal noAnswer(Throwable failure) {
        LOG.warnf("config-service does not say whose an API key is: %s", failure);
        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE).withRetryAfter(RETRY_AFTER);
    }

    private void remember(String publicKey, Optional<ApiKey> found) {
        Instant now = clock.instant();
        if (cache.size() >= MAX_ENTRIES) {
            cache.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
        found.ifPresentOrElse(
                key -> cache.put(publicKey, new Entry(key, now.plus(life))), () -> cache.remove(publicKey));
    }

    private static boolean saysThereIsNone(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == NOT_FOUND;
    }

    private record Entry(ApiKey key, Instant until) {}
}
