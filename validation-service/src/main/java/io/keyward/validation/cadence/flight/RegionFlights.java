package io.keyward.validation.cadence.flight;

import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.claim.Room.Places;

/** What one region holds. Belongs to {@link Flights}, which lets in one thread at a time. */
final class RegionFlights {
    private static final int RESERVE = 512;
    private static final int MOST_URGENT = 128;
    /** So many times what it leaves free to others a region may have under way. */
    private static final int SHARE = 2;

    final String name;
    private final int most;
    /** Checks that were begun. */
    int underWay;
    /** These, and those that were claimed and not begun. */
    int held;
    /** Of those that were not begun, the urgent ones. */
    private int urgent;
    /** Whether the last claim found so much that there probably is more. */
    boolean hasMore;

    RegionFlights(String name, int most) {
        this.name = name;
        this.most = most;
    }

    /** Places in a region that holds nothing. */
    static Places allowance(int most) {
        return new Places(most + RESERVE, MOST_URGENT);
    }

    /**
     * Whether one more check of it may begin, when there are so many free places for all regions together. Each region leaves others half as many as it
     * takes, so that no number of regions that hang fills the last place; a region that has nothing under way needs no more than one.
     */
    boolean mayBegin(int free) {
        boolean isFair = underWay == 0 || underWay < SHARE * (free - 1);
        return free > 0 && underWay < most && isFair;
    }

    Places places() {
        return new Places(room(), MOST_URGENT - urgent);
    }

    /** How many more may be claimed in their turn: none before half of what the region may hold is free. */
    int room() {
        int allowance = most + RESERVE;
        int free = allowance - held;
        return free < allowance / 2 ? 0 : free;
    }

    void hold(DueCheck check) {
        held++;
        urgent += check.isUrgent() ? 1 : 0;
    }

    void begin(DueCheck check) {
        underWay++;
        urgent -= check.isUrgent() ? 1 : 0;
    }

    void end() {
        underWay--;
        held--;
    }

    /** The check is not begun. */
    void letGo(DueCheck check) {
        held--;
        urgent -= check.isUrgent() ? 1 : 0;
    }
}
