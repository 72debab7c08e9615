package io.keyward.local.chaos.endpoint;

/**
 * An endpoint as the API shows it.
 *
 * @param status as the API spells it
 * @param reference the cloud's id; empty while it is not known
 */
record Recorded(String id, Spot spot, String status, String reference) {
    boolean isLeaving() {
        return status.equals("DELETING");
    }
}
