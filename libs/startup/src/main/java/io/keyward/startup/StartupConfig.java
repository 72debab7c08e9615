package io.keyward.startup;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What a service looks at before it starts. Preset by each service; nothing for operators to change. */
@ConfigMapping(prefix = "keyward.startup")
interface StartupConfig {

    /** Settings that a packaged service does not start without; {@code <setting>-file} does as well. */
    Optional<Set<String>> required();

    /** Settings that say how often something is done; looked at before the scheduler does. */
    Optional<Set<String>> schedules();
}
