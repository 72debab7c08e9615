package io.keyward.access.digest;

import io.keyward.access.principal.ApiKey;

/** What became of an attempt to authenticate. */
public sealed interface DigestOutcome {

    /** The caller holds this key. */
    record Accepted(ApiKey key) implements DigestOutcome {}

    /**
     * 401.
     *
     * @param stale the credentials are right but their nonce is used up: the client should repeat with a new one without asking its user
     */
    record Refused(boolean stale) implements DigestOutcome {}
}
