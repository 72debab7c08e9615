package io.keyward.access.token;

import io.smallrye.mutiny.Uni;

/** The public keys by which tokens of service accounts are verified. Their owner implements it over its store; other services ask it. */
public interface TokenKeys {

    /**
     * All published keys at this moment, as a JSON Web Key Set: those that sign, those that will, and those whose tokens may still be good.
     * Fails when it cannot be found out.
     */
    Uni<String> published();
}
