package io.keyward.validation.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Hints from outside. */
@ConfigMapping(prefix = "keyward.hint")
public interface HintConfig {

    /** Most hint sources of a project; at least 1. */
    @WithDefault("10")
    int maxSources();

    /** How long a hint is remembered, so that the same one counts once. EventBridge repeats a delivery for a day at most. */
    @WithDefault("24h")
    Duration remembered();

    /** Where this installation is reached from outside, for example {@code https://keyward.example}; as the request had it when not set. */
    Optional<String> baseUrl();
}
