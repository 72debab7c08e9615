package io.keyward.config.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long endpoint-service may take to answer. Its address is {@code quarkus.rest-client.endpoint.url}. */
@ConfigMapping(prefix = "keyward.endpoint-service")
interface EndpointConfig {
    /** For a question; it is answered from a database alone. */
    @WithDefault("3s")
    Duration timeout();

    /** What a caller is told to wait when endpoint-service does not answer. */
    @WithDefault("5s")
    Duration retryAfter();
}
