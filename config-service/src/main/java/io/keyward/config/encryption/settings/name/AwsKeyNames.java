package io.keyward.config.encryption.settings.name;

import io.keyward.atlas.region.AwsRegion;
import java.util.Optional;

/** How keys in AWS KMS are called: by ARN, and a multi-Region key in each of its regions by another one. Pure. */
public final class AwsKeyNames {
    private static final int REGION = 3;
    private static final int FIELDS = 6;

    private AwsKeyNames() {}

    /** Whether a key, given by id or ARN, can have replicas in other regions. */
    public static boolean isMultiRegion(String key) {
        return key.substring(key.lastIndexOf('/') + 1).startsWith("mrk-");
    }

    /** Full name that the key's replica in that region has, if it can have one there: a multi-Region key, within its part of AWS. */
    public static Optional<String> in(AwsRegion region, String arn) {
        String[] fields = arn.split(":", FIELDS);
        if (fields.length < FIELDS || !isMultiRegion(arn) || !fields[1].equals(region.partition())) {
            return Optional.empty();
        }
        fields[REGION] = region.cloudName();
        return Optional.of(String.join(":", fields));
    }

    /** Whether two full names mean the same key: they are equal, or those of replicas of one multi-Region key. */
    static boolean isSameKey(String arn, String other) {
        return arn.equals(other)
                || region(other)
                        .flatMap(region -> in(region, arn))
                        .filter(other::equals)
                        .isPresent();
    }

    private static Optional<AwsRegion> region(String arn) {
        String[] fields = arn.split(":", FIELDS);
        return fields.length < FIELDS ? Optional.empty() : AwsRegion.find(fields[REGION]);
    }
}
