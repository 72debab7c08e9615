package io.keyward.endpoint.registry;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint to be.
 *
 * @param provider {@code AWS}
 * @param region as the provider spells it, for example {@code us-east-1}
 * @param service what it is to lead to, in the provider's own words; null where that goes without saying
 */
public record NewEndpoint(
        String groupId,
        String provider,
        String region,
        @Nullable String service) {

    /** One that leads to what all of that provider lead to. */
    public NewEndpoint(String groupId, String provider, String region) {
        this(groupId, provider, region, null);
    }

    /** The same, leading there. */
    public NewEndpoint to(@Nullable String there) {
        return new NewEndpoint(groupId, provider, region, there);
    }
}
