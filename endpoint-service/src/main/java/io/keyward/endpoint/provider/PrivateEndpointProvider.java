package io.keyward.endpoint.provider;

import io.keyward.endpoint.lifecycle.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cloud in which endpoints are made. Whatever the cloud answers, or does not, is a value; a failed {@code Uni} is a bug. Each call is subscribed to on a
 * Vert.x context, and resumes there.
 */
public interface PrivateEndpointProvider {

    /** As records name it, for example {@code AWS}. */
    String name();

    /** Where it is, and where endpoints can be made on it. */
    RegionCatalogue regions();

    /** How long one command takes at most. */
    Limit limit();

    /** Looks at all endpoints of ours in a region at once, whoever's they are. */
    Uni<RegionView> observe(String region);

    /** Makes an endpoint. The same order again leads to no second one. */
    Uni<Answer> create(Order order);

    /** Removes an endpoint. One that is gone already counts as removed. */
    Uni<Answer> delete(String region, String ref);

    /**
     * What is to be made.
     *
     * @param endpointId also what keeps the cloud from making it twice
     * @param region as the cloud spells it
     * @param service what it is to lead to, in the cloud's own words; null where that goes without saying
     */
    record Order(
            String endpointId,
            String groupId,
            String region,
            @Nullable String service) {}

    /**
     * For how long a single command may be under way, from being asked for to being answered or given up.
     *
     * @param key of the setting that says so
     */
    record Limit(String key, Duration longest) {}
}
