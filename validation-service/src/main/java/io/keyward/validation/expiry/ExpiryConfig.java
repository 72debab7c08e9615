package io.keyward.validation.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When customers' clouds are asked how long their secrets last. */
@ConfigMapping(prefix = "keyward.expiry")
public interface ExpiryConfig {

    /** How often secrets are looked for that are due; {@code off} for never. */
    @WithDefault("10m")
    String sweep();

    /** How long what is known of a secret serves before its cloud is asked again. */
    @WithDefault("24h")
    Duration lookEvery();

    /** Most secrets that one sweep asks for. */
    @WithDefault("200")
    int atOnce();

    /** Refuses values that make no sense, naming the key. */
    static void check(ExpiryConfig config) {
        if (!config.lookEvery().isPositive()) {
            throw new IllegalArgumentException(
                    "keyward.expiry.look-every (" + config.lookEvery() + ") must be positive");
        }
        if (config.atOnce() < 1) {
            throw new IllegalArgumentException("keyward.expiry.at-once (" + config.atOnce() + ") must be at least 1");
        }
    }
}
