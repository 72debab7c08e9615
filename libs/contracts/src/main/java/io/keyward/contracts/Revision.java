package io.keyward.contracts;

/**
 * Arithmetic of revisions: {@code epoch × 2^40 + counter}. Restoring a database from a backup loses counters; raising the epoch puts every
 * later revision above every earlier one, so that no projection ignores what comes after the restore.
 */
public final class Revision {
    private static final int COUNTER_BITS = 40;

    private Revision() {}

    /**
     * The revision after {@code current}.
     *
     * @param current the aggregate's last revision, 0 for a new one
     * @param epoch the installation's epoch, 1 at first
     */
    public static long after(long current, int epoch) {
        return Math.max(current, floor(epoch)) + 1;
    }

    /** Below every revision of {@code epoch}, and above every one of the epochs before it. */
    public static long floor(int epoch) {
        return (long) epoch << COUNTER_BITS;
    }
}
