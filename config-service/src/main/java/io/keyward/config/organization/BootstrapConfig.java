package io.keyward.config.organization;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first organisation and its credentials. Needed at first start alone, when there is no organisation yet; ignored afterwards. */
@ConfigMapping(prefix = "keyward.bootstrap")
interface BootstrapConfig {
    Optional<String> organizationName();

    /** Its id, 24 hexadecimal characters, for installations that need to know it beforehand; made up when absent. */
    Optional<String> organizationId();

    Optional<String> ownerName();

    Optional<String> ownerEmail();

    /** First API key, with the role Organization Owner. */
    Optional<String> publicKey();

    Optional<String> privateKey();

    /** Credential of whatever runs the databases. */
    Optional<String> driverPublicKey();

    Optional<String> driverPrivateKey();
}
