package io.keyward.messaging.epoch;

/**
 * The latest that a topic says of something.
 *
 * @param type of the event, for example {@code keyward.cluster.updated.v1}
 * @param at when it came to be so, as events spell times
 */
record Told(long revision, String type, String at) {
    /** Whether it says that there is nothing any more; rows of that may be gone. */
    boolean isOfAnEnd() {
        return type.contains(".deleted.");
    }
}
