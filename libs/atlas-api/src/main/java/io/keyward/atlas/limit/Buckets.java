package io.keyward.atlas.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The buckets of this process. A bucket that is full says the same as none, so full ones are dropped when there are many. */
final class Buckets {
    private static final int MANY = 20_000;
    private static final long NANOS_IN_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Map<EndpointSet, Limits.Limit> limits;
    private final TimeMeter clock;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    Buckets(Map<EndpointSet, Limits.Limit> limits, TimeMeter clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** What became of one request. */
    sealed interface Taken {
        /** @param remaining how many more may come at once */
        record Allowed(Limits.Limit limit, long remaining) implements Taken {}

        /** @param retrySeconds after which the next one may come, at least 1 */
        record Exhausted(Limits.Limit limit, long retrySeconds) implements Taken {}
    }

    /** @param scope id of a project or caller */
    Taken take(EndpointSet set, String scope) {
        Limits.Limit limit = limitOf(set);
        ConsumptionProbe probe = bucket(new Key(set, scope)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Taken.Allowed(limit, probe.getRemainingTokens())
                : new Taken.Exhausted(
                        limit, Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_IN_SECOND)));
    }

    int size() {
        return buckets.size();
    }

    private Bucket bucket(Key key) {
        if (buckets.size() >= MANY) {
            buckets.entrySet()
                    .removeIf(entry -> entry.getValue().getAvailableTokens()
                            >= limitOf(entry.getKey().set()).capacity());
        }
        return buckets.computeIfAbsent(key, added -> full(limitOf(added.set())));
    }

    private Bucket full(Limits.Limit limit) {
        return Bucket.builder()
                .addLimit(
                        bandwidth -> bandwidth.capacity(limit.capacity()).refillGreedy(limit.refill(), limit.period()))
                .withCustomTimePrecision(clock)
                .build();
    }

    private Limits.Limit limitOf(EndpointSet set) {
        Limits.Limit limit = limits.get(set);
        if (limit == null) {
            throw new IllegalStateException("Every set has a limit; " + set + " has none.");
        }
        return limit;
    }

    private record Key(EndpointSet set, String scope) {}
}
