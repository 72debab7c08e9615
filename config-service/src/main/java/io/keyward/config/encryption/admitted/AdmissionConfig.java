package io.keyward.config.encryption.admitted;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What becomes of admissions that lead to no endpoint. */
@ConfigMapping(prefix = "keyward.admission")
interface AdmissionConfig {

    /**
     * After how long endpoint-service is asked whether there is an endpoint that was admitted and is not heard of: if not, the region's key use ends.
     * Longer than it takes to record one that was admitted.
     */
    @WithDefault("PT1H")
    Duration keep();

    /** How often older admissions are looked for; {@code off} for never. */
    @WithDefault("1m")
    String sweep();
}
