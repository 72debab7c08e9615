package io.keyward.access.principal;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Finds out who is behind a credential. Their owner implements it over its store; the other services ask the owner and remember for a
 * while. Every answer fails when it cannot be found out: nobody is refused for good because somebody else did not answer.
 */
public interface Principals {

    /** The API key as known now, possibly from memory; empty when there is none. */
    Uni<Optional<ApiKey>> apiKey(String publicKey);

    /** The API key as its owner knows it at this moment, past every memory. Asked once before a project is declared unknown. */
    default Uni<Optional<ApiKey>> refreshedApiKey(String publicKey) {
        return apiKey(publicKey);
    }

    /**
     * The service account that a token was made for, possibly from memory; empty when the account is gone or that token was revoked.
     *
     * @param claims of a token whose signature and dates were found good
     */
    Uni<Optional<Principal>> token(TokenClaims claims);

    /** The same as the owner of the accounts knows it at this moment, past every memory. */
    default Uni<Optional<Principal>> refreshedToken(TokenClaims claims) {
        return token(claims);
    }
}
