package io.keyward.endpoint.provider;

/**
 * What one look takes in: a region of one cloud.
 *
 * @param provider its {@link PrivateEndpointProvider#name()}
 * @param region as the cloud spells it
 */
public record Place(String provider, String region) {

    @Override
    public String toString() {
        return provider + "/" + region;
    }
}
