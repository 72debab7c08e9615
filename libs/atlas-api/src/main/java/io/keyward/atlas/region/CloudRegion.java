package io.keyward.atlas.region;

import java.util.Comparator;

/** Where something is in one of the clouds: a region, or the place of a key that is none. */
public sealed interface CloudRegion permits AwsRegion, AzureRegion, GoogleRegion, KeyLocation {

    /** Regions as their cloud's list has them, other places after them by name. */
    Comparator<CloudRegion> ORDER =
            Comparator.<CloudRegion>comparingInt(CloudRegion::position).thenComparing(CloudRegion::name);

    /** The cloud that it is of. */
    Cloud cloud();

    /** The constant's name. */
    String name();

    /** As the API answers it, for example {@code US_EAST_1}. */
    default String atlasName() {
        return name();
    }

    /** As its cloud knows it, for example {@code us-east-1}. */
    String cloudName();

    private static int position(CloudRegion place) {
        return place instanceof Enum<?> region ? region.ordinal() : Integer.MAX_VALUE;
    }
}
