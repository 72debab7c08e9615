package io.keyward.endpoint.registry;

/**
 * An endpoint to be.
 *
 * @param provider {@code AWS}
 * @param region as the provider spells it, for example {@code us-east-1}
 */
public record NewEndpoint(String groupId, String provider, String region) {}
