package io.keyward.access.gate;

/** Nobody we know sent this. Answered with 401 and what the client may do about it. */
final class NotAuthenticated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Way way;

    NotAuthenticated(Way way) {
        super("not authenticated", null, false, false);
        this.way = way;
    }

    Way way() {
        return way;
    }

    /** How the caller tried, which decides how they are asked. */
    enum Way {
        /** Not at all, or with a digest that is wrong. */
        DIGEST,
        /** With a digest that is right, for a nonce that is used up. */
        STALE_DIGEST,
        /** With a token. */
        TOKEN
    }
}
