package io.keyward.clouds.web;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.SessionCache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Tokens that were obtained a moment ago. A token outlives the credential it came from, so that each is used for no longer than one interval between two
 * checks, and never by whoever wants a fresh one.
 *
 * @param <K> who the token is for
 */
public final class KeptTokens<K> {
    /** All clouds give tokens for longer than this. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SessionCache<K, BearerToken> cache;
    private final InstantSource clock = InstantSource.system();

    /**
     * @param most tokens at a time, at least 2
     * @param keepFor no token is used for longer; ten minutes at most
     */
    public KeptTokens(int most, Duration keepFor) {
        this.cache = new SessionCache<>(most, keepFor.compareTo(LIFE) < 0 ? keepFor : LIFE);
    }

    /** A token that is young enough, or the one that {@code ask} obtains. */
    public Uni<BearerToken> get(K key, Freshness freshness, Supplier<Uni<BearerToken>> ask) {
        return Uni.createFrom().deferred(() -> {
            var kept = cache.find(key, freshness.oldest(), clock.instant());
            return kept.isPresent()
                    ? Uni.createFrom().item(kept.get().fromCache())
                    : ask.get().invoke(token -> cache.keep(key, token, clock.instant()));
        });
    }

    /** How many are kept. */
    public int size() {
        return cache.size();
    }
}
