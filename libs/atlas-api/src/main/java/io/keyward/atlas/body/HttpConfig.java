package io.keyward.atlas.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a request may be like. */
@ConfigMapping(prefix = "keyward.http")
interface HttpConfig {

    /** The largest body that is read. At most 1M: up to there it is read without blocking. */
    @WithDefault("256K")
    MemorySize bodyLimit();
}
