package io.keyward.validation.endpoint;

import io.keyward.contracts.EndpointEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A row of {@code endpoint}. Changed only under the project's lock. */
@Entity
@Table(name = "endpoint")
class EndpointEntity {
    @Id
    @Column(name = "endpoint_id")
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;

    String region;

    @Enumerated(EnumType.STRING)
    EndpointState state;

    Instant since;

    @Nullable
    String reference;

    @Nullable
    String address;

    @Column(name = "error_message", columnDefinition = "text")
    @Nullable
    String errorMessage;

    @Column(name = "usable_since")
    @Nullable
    Instant usableSince;

    @Column(name = "predecessor_id")
    @Nullable
    String predecessorId;

    @Column(name = "successor_id")
    @Nullable
    String successorId;

    /** Of the last event that was taken in. */
    long revision;

    /** Takes in what an event tells; one that comes late or twice tells at most that the endpoint was usable earlier than was known. */
    void take(EndpointEvent event, EndpointState told) {
        if (event.revision() > revision) {
            describe(event.endpoint(), told);
            revision = event.revision();
        }
        if (told == EndpointState.ACTIVE || event.endpoint().address() != null) {
            wasUsable(whole(event.endpoint().since()));
        }
    }

    private void describe(EndpointEvent.Endpoint endpoint, EndpointState told) {
        groupId = endpoint.groupId();
        provider = endpoint.provider();
        region = endpoint.region();
        state = told;
        since = whole(endpoint.since());
        reference = endpoint.reference();
        address = endpoint.address();
        errorMessage = endpoint.errorMessage();
        predecessorId = endpoint.predecessorId();
        successorId = endpoint.successorId();
    }

    private void wasUsable(Instant then) {
        var known = usableSince;
        usableSince = known == null || then.isBefore(known) ? then : known;
    }

    /** No finer than the database keeps it, so that what is read is what was written. */
    private static Instant whole(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    Endpoint toRecord() {
        return new Endpoint(
                id,
                groupId,
                provider,
                region,
                state,
                since,
                reference,
                address,
                errorMessage,
                usableSince,
                predecessorId,
                successorId);
    }
}
