package io.keyward.validation.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a check may take. */
@ConfigMapping(prefix = "keyward.check")
public interface CheckConfig {

    /** A check that has not ended by then is inconclusive. Callers who wait for one wait no longer than this. */
    @WithDefault("8s")
    Duration timeLimit();
}
