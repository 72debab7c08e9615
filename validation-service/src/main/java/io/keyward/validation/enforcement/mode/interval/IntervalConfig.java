package io.keyward.validation.enforcement.mode.interval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Between which bounds projects choose how often their keys are checked. */
@ConfigMapping(prefix = "keyward.check")
public interface IntervalConfig {

    /** What holds for projects that chose nothing. */
    @WithDefault("5m")
    Duration interval();

    /** The shortest that a project may choose. The longest is a day. */
    @WithDefault("10s")
    Duration shortestInterval();
}
