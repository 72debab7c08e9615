package io.keyward.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the sealing keyset comes from, exactly one of the two, and how often it is looked for what a former key sealed. */
@ConfigMapping(prefix = "keyward.secrets")
interface SecretsConfig {

    /** A Tink AEAD keyset as JSON, in clear: comes from a secret store through the environment. */
    Optional<String> keyset();

    /** A file that holds the same. */
    Optional<Path> keysetFile();

    /** How often what a former key of the keyset sealed is looked for, and sealed again with the primary one. */
    @WithDefault("10m")
    String reseal();
}
