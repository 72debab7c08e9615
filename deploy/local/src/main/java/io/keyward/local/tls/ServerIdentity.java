package io.keyward.local.tls;

import java.nio.file.Path;

/**
 * What the gateway shows to clients, and the key behind it.
 *
 * @param keyStore PKCS #12, readable by its owner alone
 * @param password opens it; no secret, see {@link LocalAuthority}
 * @param alias the key to use, with its chain
 */
public record ServerIdentity(Path keyStore, String password, String alias) {}
