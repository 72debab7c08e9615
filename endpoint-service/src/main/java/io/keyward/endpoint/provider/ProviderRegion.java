package io.keyward.endpoint.provider;

/**
 * A region of a cloud.
 *
 * @param cloudName as the cloud knows it, and as records name it, for example {@code us-east-1}
 * @param apiName as the API answers it, for example {@code US_EAST_1}
 */
public record ProviderRegion(String cloudName, String apiName) {}
