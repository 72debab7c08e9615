package io.keyward.config.validation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long validation-service may take to answer. Its address is {@code quarkus.rest-client.validation.url}. */
@ConfigMapping(prefix = "keyward.validation")
interface ValidationConfig {
    /** For a check of a key or a role, which may wait for a fresh role to become known. */
    @WithDefault("20s")
    Duration checkTimeout();

    /** What a caller is told to wait when validation-service does not answer. */
    @WithDefault("5s")
    Duration retryAfter();
}
