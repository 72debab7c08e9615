package io.keyward.validation.credential;

import io.keyward.validation.check.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Whoever keeps the credentials of customers. */
public interface CredentialSource {

    /** The secret; empty when the project has no such credential any more. Fails while whoever keeps it cannot be asked. */
    Uni<Optional<Secret>> fetch(String groupId, String credentialId);
}
