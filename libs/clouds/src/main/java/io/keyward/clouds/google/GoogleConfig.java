package io.keyward.clouds.google;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Google Cloud is reached, and as whom. */
@ConfigMapping(prefix = "keyward.google")
public interface GoogleConfig {

    /** Where all of Google Cloud is, instead of its own hosts. */
    Optional<URI> endpointOverride();

    /** The key file of our own service account, which may become the accounts that customers let in. */
    Optional<String> credentials();

    /** One request, from connecting to the end of the reply. */
    @WithDefault("3s")
    Duration callTimeout();

    /** How long a token serves scheduled checks; no longer than the interval between two checks. */
    @WithDefault("${keyward.check.interval:5m}")
    Duration tokenCache();

    /** Most tokens that are kept at a time. */
    @WithDefault("10000")
    int mostTokens();

    /** Connections to one host at once: all keys of the world are behind one. */
    @WithDefault("160")
    int connectionsPerHost();
}
