package io.keyward.validation.fleet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often the installation is counted. */
@ConfigMapping(prefix = "keyward.fleet")
public interface FleetConfig {

    /** How often all keys and clusters are counted for the metrics; {@code off} for never. Reads every key use once. */
    @WithDefault("1m")
    String sweep();
}
