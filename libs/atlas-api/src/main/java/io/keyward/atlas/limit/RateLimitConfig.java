package io.keyward.atlas.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How often may be asked. */
@ConfigMapping(prefix = "keyward.rate-limit")
interface RateLimitConfig {

    /** Whether anything is counted at all. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Limits other than the built-in ones, by the name of the endpoint set: {@code encryption-at-rest}, {@code cloud-provider-access},
     * {@code clusters}, {@code backups}, {@code alerts}, {@code events}, {@code matcher-names}, {@code hints}, {@code extensions}, {@code others}.
     */
    @WithParentName
    Map<String, Limit> sets();

    /** The limit of one set for each project, on each replica. */
    interface Limit {

        /** How many requests may come at once; at least 1. */
        Optional<Integer> capacity();

        /** How many more may come in each period; at least 1. */
        Optional<Integer> refill();

        /** One minute, unless said otherwise; at least a second. */
        Optional<Duration> period();
    }
}
