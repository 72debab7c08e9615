package io.keyward.config.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reads of the KMS configuration check on demand. */
@ConfigMapping(prefix = "keyward.verdict")
interface VerdictConfig {
    /** How old a bad answer may be before a read asks again. */
    @WithDefault("10s")
    Duration freshness();
}
