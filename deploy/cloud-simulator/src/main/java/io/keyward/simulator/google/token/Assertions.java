package io.keyward.simulator.google.token;

import io.keyward.simulator.google.token.Assertion.Claims;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.ServiceAccount;
import java.time.Instant;
import java.util.Optional;

/** Verifies what service accounts sign, against the public keys that are kept of them. */
record Assertions(GoogleWorld world) {

    private static final String NO_ACCOUNT = "Invalid grant: account not found";
    private static final String DISABLED = "Robot is disabled.";
    private static final String BAD_SIGNATURE = "Invalid JWT Signature.";
    private static final String BAD_TIME =
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
                    + " Check your iat and exp values in the JWT claim.";

    /** The account that signed it. A key that was deleted or disabled is as good as a wrong one, in Google's words too. */
    ServiceAccount signer(Assertion assertion, Instant realNow) {
        Claims claims = assertion.claims();
        ServiceAccount account = world.account(claims.issuer()).orElseThrow(() -> OAuthFault.invalidGrant(NO_ACCOUNT));
        boolean genuine = Optional.ofNullable(account.keys().get(assertion.keyId()))
                .filter(ServiceAccount.Key::enabled)
                .filter(key -> assertion.signedBy(key.publicKey()))
                .isPresent();
        if (!genuine) {
            throw OAuthFault.invalidGrant(BAD_SIGNATURE);
        }
        if (account.state() == ServiceAccount.State.DISABLED) {
            throw OAuthFault.invalidGrant(DISABLED);
        }
        if (!assertion.timely(realNow)) {
            throw OAuthFault.invalidGrant(BAD_TIME);
        }
        return account;
    }
}
