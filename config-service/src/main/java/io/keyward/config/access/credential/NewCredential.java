package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import java.util.Optional;

/**
 * A credential that is to be known from now on.
 *
 * @param privateKey of an API key or driver: reduced to its digest hashes and sealed before it is stored; empty for a service account, whose
 *     secret's hash is among the settings
 */
public record NewCredential(
        String orgId, Caller.Kind kind, String publicName, Optional<String> privateKey, Settings settings) {

    public static NewCredential keyPair(
            String orgId, Caller.Kind kind, String publicKey, String privateKey, Settings settings) {
        return new NewCredential(orgId, kind, publicKey, Optional.of(privateKey), settings);
    }

    public static NewCredential serviceAccount(String orgId, String clientId, Settings settings) {
        return new NewCredential(orgId, Caller.Kind.SERVICE_ACCOUNT, clientId, Optional.empty(), settings);
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "NewCredential[" + publicName + ", " + kind + ", org " + orgId + "]";
    }
}
