package io.keyward.atlas.limit;

import io.github.bucket4j.TimeMeter;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts every request whose caller is known, and answers 429 {@code RATE_LIMITED_TOKEN_BUCKET} when there were too many. */
class RateLimitFilter {
    private static final String LIMIT_HEADER = "RateLimit-Limit";
    private static final String REMAINING_HEADER = "RateLimit-Remaining";

    private final boolean enabled;
    private final Buckets buckets;

    RateLimitFilter(RateLimitConfig config) {
        this.enabled = config.enabled();
        this.buckets = new Buckets(limits(config), TimeMeter.SYSTEM_NANOTIME);
    }

    private static Map<EndpointSet, Limits.Limit> limits(RateLimitConfig config) {
        try {
            return Limits.of(config);
        } catch (IllegalStateException e) {
            throw new ConfigurationException("Not started: " + e.getMessage()
                    + " As an environment variable it begins with KEYWARD_RATE_LIMIT_.");
        }
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHORIZATION)
    void count(RoutingContext http) {
        if (enabled) {
            RateLimitScope.of(http).ifPresent(scope -> count(http, scope));
        }
    }

    private void count(RoutingContext http, String scope) {
        String path = http.normalizedPath();
        switch (buckets.take(EndpointSet.of(path), scope)) {
            case Buckets.Taken.Allowed allowed -> tell(http, allowed.limit(), allowed.remaining());
            case Buckets.Taken.Exhausted exhausted -> {
                tell(http, exhausted.limit(), 0);
                throw refusal(path, exhausted);
            }
        }
    }

    /** On the response that is still to come, so that errors carry it too. */
    private static void tell(RoutingContext http, Limits.Limit limit, long remaining) {
        http.response().putHeader(LIMIT_HEADER, Integer.toString(limit.capacity()));
        http.response().putHeader(REMAINING_HEADER, Long.toString(remaining));
    }

    private static Refusal refusal(String path, Buckets.Taken.Exhausted exhausted) {
        Limits.Limit limit = exhausted.limit();
        return Refusal.of(
                        ErrorCode.RATE_LIMITED_TOKEN_BUCKET,
                        path,
                        exhausted.retrySeconds(),
                        limit.capacity(),
                        limit.refill(),
                        limit.period().toSeconds())
                .withRetryAfter(Duration.ofSeconds(exhausted.retrySeconds()));
    }
}
