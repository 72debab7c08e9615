package io.keyward.validation.cadence;

/** What one region holds. Belongs to {@link Flights}, which lets in one thread at a time. */
final class RegionFlights {
    private static final int RESERVE = 512;

    final String name;
    private final int most;
    /** Checks that were begun. */
    int underWay;
    /** These, and those that were claimed and not begun. */
    int held;
    /** Whether the last claim found so much that there probably is more. */
    boolean hasMore;

    RegionFlights(String name, int most) {
        this.name = name;
        this.most = most;
    }

    /** Most checks that a region may hold. */
    static int allowance(int most) {
        return most + RESERVE;
    }

    boolean mayBegin() {
        return underWay < most;
    }

    /** How many more may be claimed: none before half of what the region may hold is free. */
    int room() {
        int allowance = allowance(most);
        int free = allowance - held;
        return free < allowance / 2 ? 0 : free;
    }
}
