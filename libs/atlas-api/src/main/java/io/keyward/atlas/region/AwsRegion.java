package io.keyward.atlas.region;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS regions of the contract. Accepted in either spelling, answered in that of Atlas, and sent to AWS in that of AWS. Atlas also lists
 * {@code GLOBAL}, which is no place where a key, an endpoint or a node could be, and is not accepted.
 */
public enum AwsRegion implements CloudRegion {
    US_GOV_WEST_1,
    US_GOV_EAST_1,
    US_EAST_1,
    US_EAST_2,
    US_WEST_1,
    US_WEST_2,
    CA_CENTRAL_1,
    CA_WEST_1,
    MX_CENTRAL_1,
    SA_EAST_1,
    EU_NORTH_1,
    EU_WEST_1,
    EU_WEST_2,
    EU_WEST_3,
    EU_CENTRAL_1,
    EU_CENTRAL_2,
    EU_SOUTH_1,
    EU_SOUTH_2,
    AP_EAST_1,
    AP_EAST_2,
    AP_NORTHEAST_1,
    AP_NORTHEAST_2,
    AP_NORTHEAST_3,
    AP_SOUTHEAST_1,
    AP_SOUTHEAST_2,
    AP_SOUTHEAST_3,
    AP_SOUTHEAST_4,
    AP_SOUTHEAST_5,
    AP_SOUTHEAST_6,
    AP_SOUTHEAST_7,
    AP_SOUTH_1,
    AP_SOUTH_2,
    CN_NORTH_1,
    CN_NORTHWEST_1,
    ME_SOUTH_1,
    ME_CENTRAL_1,
    IL_CENTRAL_1,
    AF_SOUTH_1;

    private static final Map<String, AwsRegion> BY_NAME = RegionNames.of(values());

    /**
     * @param name {@code us-east-1} or {@code US_EAST_1}
     * @throws Refusal 400 {@code INVALID_REGION} when there is no such region
     */
    public static AwsRegion parse(String name) {
        return find(name).orElseThrow(() -> Refusal.of(ErrorCode.INVALID_REGION, name));
    }

    /** The region of that name in either spelling; empty when there is none. */
    public static Optional<AwsRegion> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @Override
    public Cloud cloud() {
        return Cloud.AWS;
    }

    @Override
    public String cloudName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The partition that ARNs of this region begin with, for example {@code aws} or {@code aws-cn}. */
    public String partition() {
        if (name().startsWith("CN_")) {
            return "aws-cn";
        }
        return name().startsWith("US_GOV_") ? "aws-us-gov" : "aws";
    }
}
