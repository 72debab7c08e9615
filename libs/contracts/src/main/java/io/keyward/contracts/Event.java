package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Something that happened to one aggregate, told as the state that resulted from it. A later event heals a lost one, and a reader that
 * keeps {@code … where revision < :revision} is safe against repeats and reordering.
 */
public sealed interface Event
        permits ProjectEvent,
                AccessEvent,
                EncryptionEvent,
                ClusterEvent,
                EndpointEvent,
                KeyEvent,
                EnforcementEvent,
                AlertEvent,
                BackupEvent,
                ModeEvent {

    /** Identity of the aggregate: the Kafka key and the CloudEvents subject. */
    @JsonIgnore
    String aggregateId();

    /** {@code epoch × 2^40 + counter}, rising with every event of the aggregate. See {@link Revision}. */
    long revision();

    /** When the change was committed, in whole milliseconds UTC. */
    Instant occurredAt();

    /** Who caused it. */
    Actor actor();
}
