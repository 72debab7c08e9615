package io.keyward.atlas.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The limit of every endpoint set, read from the settings and checked once at start. */
final class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private Limits() {}

    /**
     * One bucket's size and how it fills.
     *
     * @param refill tokens that come back in a period, spread evenly over it
     */
    record Limit(int capacity, int refill, Duration period) {}

    /** @throws IllegalStateException naming the setting that cannot be used */
    static Map<EndpointSet, Limit> of(RateLimitConfig config) {
        config.sets().keySet().stream()
                .filter(name -> EndpointSet.find(name).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalStateException(
                            "keyward.rate-limit." + unknown + " is no set of endpoints; there are "
                                    + Arrays.stream(EndpointSet.values())
                                            .map(EndpointSet::settingsName)
                                            .collect(Collectors.joining(", "))
                                    + ".");
                });
        Map<EndpointSet, Limit> limits = new EnumMap<>(EndpointSet.class);
        for (EndpointSet set : EndpointSet.values()) {
            limits.put(set, limit(set, Optional.ofNullable(config.sets().get(set.settingsName()))));
        }
        return limits;
    }

    private static Limit limit(EndpointSet set, Optional<RateLimitConfig.Limit> own) {
        Limit limit = new Limit(
                own.flatMap(RateLimitConfig.Limit::capacity).orElse(set.capacity()),
                own.flatMap(RateLimitConfig.Limit::refill).orElse(set.refill()),
                own.flatMap(RateLimitConfig.Limit::period).orElse(MINUTE));
        require(limit.capacity() >= 1, set, "capacity must be at least 1.");
        require(limit.refill() >= 1, set, "refill must be at least 1.");
        require(limit.period().compareTo(SHORTEST) >= 0, set, "period must be at least a second.");
        return limit;
    }

    private static void require(boolean good, EndpointSet set, String rule) {
        if (!good) {
            throw new IllegalStateException("keyward.rate-limit." + set.settingsName() + "." + rule);
        }
    }
}
