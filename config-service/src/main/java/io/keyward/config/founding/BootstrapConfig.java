package io.keyward.config.founding;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first organisation and its credentials. Needed at first start alone, when there is no organisation yet; ignored afterwards. */
@ConfigMapping(prefix = "keyward.bootstrap")
interface BootstrapConfig {

    /** Its name. */
    Optional<String> organizationName();

    /** Its id, 24 hexadecimal characters, for installations that need to know it beforehand; made up when absent. */
    Optional<String> organizationId();

    /** Name of its first owner. */
    Optional<String> ownerName();

    /** Mail address of its first owner. */
    Optional<String> ownerEmail();

    /** First API key, with the role Organization Owner. */
    Optional<String> publicKey();

    /** Its private key, which is a secret. */
    Optional<String> privateKey();

    /** Credential of whatever runs the databases. */
    Optional<String> driverPublicKey();

    /** Its private key, which is a secret. */
    Optional<String> driverPrivateKey();

    /**
     * A first service account with the role Organization Owner, as {@code mdb_sa_id_} and 24 hexadecimal characters. Also made later, in the
     * first organisation, if no account of that id ever existed.
     */
    Optional<String> clientId();

    /** Its secret, of at least 32 characters, good for a year from when it is made. */
    Optional<String> clientSecret();
}
