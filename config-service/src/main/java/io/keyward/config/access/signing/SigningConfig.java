package io.keyward.config.access.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How keys that sign tokens follow one another. */
@ConfigMapping(prefix = "keyward.access")
interface SigningConfig {

    /** How long a key signs before the next one does; days, and at least an hour. */
    @WithDefault("30d")
    Duration signingKeyLife();
}
