package io.keyward.atlas.region;

/** A region of one of the clouds. */
public sealed interface CloudRegion permits AwsRegion, AzureRegion, GoogleRegion {

    /** The constant's name. */
    String name();

    /** As the API answers it, for example {@code US_EAST_1}. */
    default String atlasName() {
        return name();
    }

    /** As its cloud knows it, for example {@code us-east-1}. */
    String cloudName();
}
