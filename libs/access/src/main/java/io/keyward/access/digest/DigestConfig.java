package io.keyward.access.digest;

import io.keyward.access.principal.DigestAlgorithm;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How API keys authenticate. */
@ConfigMapping(prefix = "keyward.access")
interface DigestConfig {

    /**
     * Signs nonces; at least 16 characters, the same on every replica. Without it each process makes up its own, and a client whose two
     * requests of one authentication meet different replicas is refused.
     */
    Optional<String> nonceSecret();

    /** What the challenge names. Answers in the other one are accepted as well, from keys that can be proved by it. */
    @WithDefault("MD5")
    DigestAlgorithm digestAlgorithm();

    /** How long a nonce is good for. */
    @WithDefault("60s")
    Duration nonceLife();
}
