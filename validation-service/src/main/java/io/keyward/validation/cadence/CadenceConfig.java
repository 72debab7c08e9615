package io.keyward.validation.cadence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often keys are checked, and how many at a time. */
@ConfigMapping(prefix = "keyward.check")
public interface CadenceConfig {

    /** Every key is checked at least this often, unless its project says otherwise. A key that was taken away is noticed by its next check. */
    @WithDefault("5m")
    Duration interval();

    /** Most checks under way at a time in this replica. */
    @WithDefault("256")
    int concurrency();

    /**
     * Most of them in one region, and never more than twice what is left free for others, so that those that hang hold nobody else. No more than the
     * connections to a region.
     */
    @WithDefault("128")
    int regionConcurrency();

    /** Most of them in one lane: keys of one account in one region. Halved while the lane is throttled or does not answer. */
    @WithDefault("64")
    int laneConcurrency();

    /** How long a lane pauses that is throttled for the first time; twice as long each time it is again. */
    @WithDefault("1s")
    Duration lanePause();

    /** How long it pauses at most. */
    @WithDefault("30s")
    Duration longestLanePause();

    /** How often a key is asked when it was renewed: calls that only warnings rest on. */
    @WithDefault("24h")
    Duration rotationLookEvery();

    /** How long a replica that gave no sign of life keeps the checks it took. Longer than the longest check. */
    @WithDefault("1m")
    Duration lease();

    /** How long a check on demand waits for one that is under way before it takes the key from it. */
    @WithDefault("5s")
    Duration patience();

    /** How often due checks are looked for; {@code off} leaves them to wakes in process. */
    @WithDefault("1s")
    String tick();

    /** How often it is measured how late checks are; {@code off} leaves it unmeasured. */
    @WithDefault("10s")
    String measureEvery();
}
