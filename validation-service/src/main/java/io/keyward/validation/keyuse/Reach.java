package io.keyward.validation.keyuse;

/**
 * What decides on which way a key is reached, apart from the endpoints that there are.
 *
 * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
 * @param region of the key, as the provider spells it; {@code global} where it is near none in particular
 * @param privateNetworking whether the project wants it reached over private endpoints only
 */
public record Reach(String provider, String region, boolean privateNetworking) {}
