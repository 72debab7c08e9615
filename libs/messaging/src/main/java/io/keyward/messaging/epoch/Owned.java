package io.keyward.messaging.epoch;

import java.util.List;

/** Where a service keeps what it publishes on one topic. A bean of this type for each. */
public interface Owned {
    /** One of {@code keyward.messaging.owned-topics}. */
    String topic();

    /** The tables whose rows are told of there. */
    List<Rows> rows();

    /**
     * Rows that are told of, each with the {@code revision} of its last event.
     *
     * @param table its name
     * @param id the column by whose values the topic is keyed
     */
    record Rows(String table, String id) {}
}
