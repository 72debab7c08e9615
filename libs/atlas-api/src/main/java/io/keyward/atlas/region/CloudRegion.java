package io.keyward.atlas.region;

/** A region of one of the clouds. */
public sealed interface CloudRegion permits AwsRegion, AzureRegion, GoogleRegion {

    /** As the API answers it, for example {@code US_EAST_1}. */
    String atlasName();

    /** As its cloud knows it, for example {@code us-east-1}. */
    String cloudName();
}
