package io.keyward.endpoint.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often the installation is looked over as a whole. */
@ConfigMapping(prefix = "keyward.endpoint.watch")
public interface WatchConfig {

    /** How often endpoints are counted, and looked for in regions where none is recorded any more; {@code off} for never. */
    @WithDefault("1m")
    String every();
}
