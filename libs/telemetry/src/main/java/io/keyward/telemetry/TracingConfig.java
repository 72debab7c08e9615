package io.keyward.telemetry;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where traces go. Without it there are none, and nothing is spent on them. */
@ConfigMapping(prefix = "keyward.tracing")
interface TracingConfig {

    /** A collector that takes OTLP over HTTP as JSON, for example {@code http://collector:4318}. */
    Optional<URI> endpoint();
}
