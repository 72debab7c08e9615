package io.keyward.config.encryption.admitted;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What becomes of admissions that lead to no endpoint. */
@ConfigMapping(prefix = "keyward.admission")
interface AdmissionConfig {

    /**
     * How long a region keeps its key use for an endpoint that was admitted and is not heard of. Longer than messages are likely to be late: an endpoint
     * that is heard of afterwards gets a new key use.
     */
    @WithDefault("PT1H")
    Duration keep();

    /** How often older admissions are looked for; {@code off} for never. */
    @WithDefault("1m")
    String sweep();
}
