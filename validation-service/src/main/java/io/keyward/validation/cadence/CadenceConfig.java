package io.keyward.validation.cadence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often keys are checked, and how many at a time. */
@ConfigMapping(prefix = "keyward.check")
public interface CadenceConfig {

    /** Every key is checked at least this often. A key that was taken away is noticed by its next check. */
    @WithDefault("5m")
    Duration interval();

    /** Most checks under way at a time in this replica. */
    @WithDefault("64")
    int concurrency();

    /** How long a replica that gave no sign of life keeps the checks it took. Longer than the longest check. */
    @WithDefault("1m")
    Duration lease();

    /** How long a check on demand waits for one that is under way before it takes the key from it. */
    @WithDefault("5s")
    Duration patience();

    /** How often due checks are looked for; {@code off} leaves them to wakes in process. */
    @WithDefault("1s")
    String tick();
}
