package io.keyward.simulator.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a key lives. Written {@code arn:aws:kms:us-east-1:111122223333:key/…}. */
public record KeyArn(String region, String account, String id) {

    @JsonCreator
    public static KeyArn parse(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length != 6 || !parts[5].startsWith("key/")) {
            throw new IllegalArgumentException("not the ARN of a key: " + arn);
        }
        return new KeyArn(parts[3], parts[4], parts[5].substring("key/".length()));
    }

    /** The same key id in another region. */
    public KeyArn in(String other) {
        return new KeyArn(other, account, id);
    }

    /** What material is stored under: not by region, since replicas share it. */
    public String materialName() {
        return account + "/" + id;
    }

    @Override
    @JsonValue
    public String toString() {
        return "arn:aws:kms:" + region + ":" + account + ":key/" + id;
    }
}
