package io.keyward.simulator.world;

import java.time.Instant;

/** A friendly name of a key, in the key's region and account. */
public record Alias(String arn, String name, KeyArn target, Instant createdAt, Instant updatedAt) {

    public static String arn(String region, String account, String name) {
        return "arn:aws:kms:" + region + ":" + account + ":" + name;
    }
}
