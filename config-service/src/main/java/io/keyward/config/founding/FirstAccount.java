package io.keyward.config.founding;

import io.keyward.config.access.credential.CredentialRef;
import java.util.Optional;

/** The service account that an installation starts with, if it is to have one. */
record FirstAccount(String clientId, String secret) {
    private static final int MIN_SECRET = 32;

    /** @throws IllegalBootstrapException naming the key of the configuration that is missing or wrong */
    static Optional<FirstAccount> from(BootstrapConfig config) {
        if (config.clientId().isEmpty() && config.clientSecret().isEmpty()) {
            return Optional.empty();
        }
        String clientId = config.clientId()
                .filter(CredentialRef::isClientId)
                .orElseThrow(() -> new IllegalBootstrapException("keyward.bootstrap.client-id must be mdb_sa_id_ and 24"
                        + " characters out of 0-9 and a-f, or be absent together with client-secret."));
        String secret = config.clientSecret()
                .filter(text -> text.length() >= MIN_SECRET)
                .orElseThrow(() -> new IllegalBootstrapException("keyward.bootstrap.client-secret must have at least "
                        + MIN_SECRET + " characters, or be absent together with client-id."));
        return Optional.of(new FirstAccount(clientId, secret));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "FirstAccount[" + clientId + "]";
    }
}
