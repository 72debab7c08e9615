package io.keyward.clouds.azure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Azure is reached, and as whom. */
@ConfigMapping(prefix = "keyward.azure")
public interface AzureConfig {

    /** Where all of Azure is, instead of its own hosts. */
    Optional<URI> endpointOverride();

    /** The tenant that is our own application's home. */
    Optional<String> tenantId();

    /** Our own application, which customers let into their tenant instead of giving us a secret of theirs. */
    Optional<String> applicationId();

    /** Its secret; without it and the two above there is no such application. */
    Optional<String> applicationSecret();

    /** One request, from connecting to the end of the reply. */
    @WithDefault("3s")
    Duration callTimeout();

    /** How long a token serves scheduled checks; no longer than the interval between two checks. */
    @WithDefault("${keyward.check.interval:5m}")
    Duration tokenCache();

    /** Most tokens that are kept at a time. */
    @WithDefault("10000")
    int mostTokens();

    /** Connections to one host at once. */
    @WithDefault("64")
    int connectionsPerHost();
}
