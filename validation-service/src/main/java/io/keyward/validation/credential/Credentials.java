package io.keyward.validation.credential;

import io.keyward.validation.check.Secret;
import io.smallrye.mutiny.Uni;

/** The credentials that key uses name. */
public interface Credentials {

    /**
     * The secret, on the Vert.x context that asks and outside of any transaction. Fails with a {@link NotAtHandException} when it is kept nowhere or cannot be had
     * at present.
     */
    Uni<Secret> get(String groupId, String credentialId);
}
