package io.keyward.validation.provider.aws;

import io.keyward.clouds.aws.AwsClients;
import io.keyward.validation.check.KeyRef.AwsKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the calls of a check go, or why none is made: what cannot be right is refused without asking AWS. */
sealed interface AwsTarget {

    /** The key's full name and the region that it is asked for in. */
    record Key(String arn, String region) implements AwsTarget {}

    /** What is wrong, for an operator, and what to do. */
    record Refused(String explanation, String remedy) implements AwsTarget {}

    Pattern KEY_ARN = Pattern.compile("arn:(aws[a-z-]*):kms:([a-z0-9-]+):(\\d{12}):key/([A-Za-z0-9-]+)");
    Pattern KEY_ID = Pattern.compile("mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    Pattern ROLE_ARN = Pattern.compile("arn:(aws[a-z-]*):iam::(\\d{12}):role/.+");

    /** A bare key id is one of the role's own account. */
    static AwsTarget of(AwsKey key) {
        if (!AwsClients.isRegion(key.region())) {
            return new Refused("AWS has no region " + key.region() + ".", "Give the region that the key is in.");
        }
        Matcher role = ROLE_ARN.matcher(key.roleArn());
        if (!role.matches()) {
            return new Refused("This is not the ARN of a role: " + key.roleArn() + ".", "Give the ARN of an IAM role.");
        }
        Matcher arn = KEY_ARN.matcher(key.key());
        if (arn.matches()) {
            return inRegion(key, arn.group(2));
        }
        return KEY_ID.matcher(key.key()).matches() ? inAccountOf(role, key) : notAKey(key);
    }

    private static AwsTarget inRegion(AwsKey key, String region) {
        return region.equals(key.region())
                ? new Key(key.key(), region)
                : new Refused(
                        "The key is in " + region + ", but the configuration says " + key.region() + ".",
                        "Give the region of the key, or the ARN of its replica in " + key.region() + ".");
    }

    private static AwsTarget inAccountOf(Matcher role, AwsKey key) {
        var arn = "arn:%s:kms:%s:%s:key/%s".formatted(role.group(1), key.region(), role.group(2), key.key());
        return new Key(arn, key.region());
    }

    private static AwsTarget notAKey(AwsKey key) {
        return new Refused(
                "This is neither the ARN nor the id of a key: " + key.key() + ".",
                "Give the ARN of the key, or its id if it is in the role's account. An alias will not do: it can be moved to another key.");
    }
}
