package io.keyward.secrets;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the sealing keyset comes from. Exactly one of the two is given. */
@ConfigMapping(prefix = "keyward.secrets")
interface SecretsConfig {

    /** A Tink AEAD keyset as JSON, in clear: comes from a secret store through the environment. */
    Optional<String> keyset();

    /** A file that holds the same. */
    Optional<Path> keysetFile();
}
