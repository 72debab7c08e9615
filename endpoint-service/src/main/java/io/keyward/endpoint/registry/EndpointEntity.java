package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.registry.EndpointStateCodec.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code endpoint}. Claims and looks that change nothing are written past it, and touch nothing but the columns of the next look. */
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

    @Column(name = "created_at")
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    Wanted wanted;

    /** Which one, as {@link EndpointStateCodec} names it; the columns up to {@link #missingSince} go with it. */
    @Column(columnDefinition = "text")
    String state;

    Instant since;

    @Column(columnDefinition = "text")
    @Nullable
    String reference;

    @Column(columnDefinition = "text")
    @Nullable
    String address;

    @Column(columnDefinition = "text")
    @Nullable
    String message;

    @Column(name = "asked_at")
    @Nullable
    Instant askedAt;

    @Column(name = "missing_since")
    @Nullable
    Instant missingSince;

    long revision;

    @Version
    int version;

    @Column(name = "next_look_at")
    Instant nextLookAt;

    @Column(name = "lease_token")
    @Nullable
    UUID leaseToken;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    Endpoint toRecord() {
        return new Endpoint(id, groupId, provider, region, createdAt, wanted, state(), revision);
    }

    EndpointState state() {
        return EndpointStateCodec.fromColumns(
                new Columns(state, since, reference, address, message, askedAt, missingSince, null, null));
    }

    void enter(EndpointState next) {
        var columns = EndpointStateCodec.toColumns(next);
        state = columns.state();
        since = columns.since();
        reference = columns.reference();
        address = columns.address();
        message = columns.message();
        askedAt = columns.askedAt();
        missingSince = columns.missingSince();
    }

    /** Makes the next look due at {@code at}, and takes the lease from whoever holds it, so that a look under way has no effect. */
    void becomeDue(Instant at) {
        nextLookAt = at;
        leaseToken = null;
        leaseUntil = null;
    }
}
