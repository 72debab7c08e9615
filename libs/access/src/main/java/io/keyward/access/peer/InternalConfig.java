package io.keyward.access.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Calls between services. */
@ConfigMapping(prefix = "keyward.internal")
interface InternalConfig {

    /** The port that serves {@code /internal/…}; 0 takes a free one. */
    @WithDefault("8090")
    int port();

    /** Where that port listens. */
    @WithDefault("127.0.0.1")
    String host();

    /** A Tink JWT HMAC keyset as JSON, the same in every service. */
    Optional<String> keyset();

    /** A file that holds the same. */
    Optional<Path> keysetFile();

    /** How long a service token is good for. */
    @WithDefault("60s")
    Duration tokenLife();

    /** How long an answer about a credential is believed. */
    @WithDefault("30s")
    Duration apiKeyCache();
}
