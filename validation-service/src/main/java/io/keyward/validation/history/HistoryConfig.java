package io.keyward.validation.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long checks are remembered. */
@ConfigMapping(prefix = "keyward.check")
public interface HistoryConfig {

    /** Entries are kept for at least this long after their last check. */
    @WithDefault("90d")
    Duration historyRetention();
}
