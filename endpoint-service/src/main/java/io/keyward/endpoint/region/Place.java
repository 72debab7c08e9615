package io.keyward.endpoint.region;

/**
 * A region of a cloud: what one look takes in.
 *
 * @param provider as records name it, for example {@code AWS}
 * @param region as the provider spells it, for example {@code us-east-1}
 */
public record Place(String provider, String region) {

    @Override
    public String toString() {
        return provider + "/" + region;
    }
}
