package io.keyward.access.gate;

/** Nobody we know sent this. Answered with 401 and a new challenge. */
final class NotAuthenticated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean stale;

    NotAuthenticated(boolean stale) {
        super("not authenticated", null, false, false);
        this.stale = stale;
    }

    boolean stale() {
        return stale;
    }
}
