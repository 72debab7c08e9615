package io.keyward.access.token;

import io.keyward.access.principal.Principal;
import io.keyward.access.principal.TokenClaims;

/** What became of an attempt to authenticate with a token. */
public sealed interface BearerOutcome {

    /** A service account, by a token made for it. */
    record Account(Principal principal, TokenClaims claims) implements BearerOutcome {}

    /** An operator, by a token of their OpenID provider. */
    record Operator(Principal principal) implements BearerOutcome {}

    /** 401. */
    record Refused() implements BearerOutcome {}
}
