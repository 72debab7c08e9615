package io.keyward.validation.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long checks may take. */
@ConfigMapping(prefix = "keyward.check")
public interface CheckConfig {

    /** A check that has not ended by then is inconclusive. Callers who wait for one wait no longer than this. */
    @WithDefault("8s")
    Duration timeLimit();

    /** A role made a moment ago cannot be assumed everywhere at once: for so long a refusal is asked again before it is believed. */
    @WithDefault("5s")
    Duration rolePatience();
}
