package io.keyward.validation.alert.store;

import io.keyward.validation.alert.rules.AlertPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When people are told. */
@ConfigMapping(prefix = "keyward.alert")
public interface AlertConfig {

    /** For how long a key may go unchecked before the network alert opens. */
    @WithDefault("1m")
    Duration networkDelay();

    /** For how long a stop may go unobserved before its alert opens. */
    @WithDefault("2m")
    Duration stopUnobservedAfter();

    /** For how long a private endpoint may wait for its approval before its alert opens. */
    @WithDefault("PT24H")
    Duration approvalDelay();

    /** How often alerts are looked for that time alone opens; {@code off} for never. */
    @WithDefault("5s")
    String sweep();

    /** How many alert configurations a project may have. */
    @WithDefault("500")
    int maxConfigurations();

    /**
     * What the rules need of it.
     *
     * @throws IllegalArgumentException naming the key of a value that makes no sense
     */
    static AlertPolicy policyOf(AlertConfig config) {
        return new AlertPolicy(
                notNegative("keyward.alert.network-delay", config.networkDelay()),
                notNegative("keyward.alert.stop-unobserved-after", config.stopUnobservedAfter()),
                notNegative("keyward.alert.approval-delay", config.approvalDelay()));
    }

    private static Duration notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(key + " (" + value + ") must not be negative");
        }
        return value;
    }
}
