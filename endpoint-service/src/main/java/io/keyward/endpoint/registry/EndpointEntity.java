package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.lifecycle.condition.Condition;
import io.keyward.endpoint.lifecycle.condition.Conditions;
import io.keyward.endpoint.registry.column.ConditionsJson;
import io.keyward.endpoint.registry.column.EndpointStateCodec;
import io.keyward.endpoint.registry.column.EndpointStateCodec.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code endpoint}. Looks that change nothing are written past it, and touch nothing but the time of the next look. */
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

    /** What it leads to, as its admission said; null where that goes without saying. */
    @Column(columnDefinition = "text")
    @Nullable
    String service;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "lineage_id")
    String lineageId;

    @Column(name = "predecessor_id")
    @Nullable
    String predecessorId;

    /** Of the one that replaces it, for as long as it does not stand again. */
    @Column(name = "successor_id")
    @Nullable
    String successorId;

    boolean adopted;

    /** Whether it ever could be used. */
    boolean stood;

    @Enumerated(EnumType.STRING)
    Wanted wanted;

    /** Which one, as {@link EndpointStateCodec} names it; the columns up to {@link #trouble} and the successor go with it. */
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

    @Column(columnDefinition = "text")
    @Nullable
    String trouble;

    /** As {@link ConditionsJson} writes them; null for what has not moved since there are any. */
    @Column(columnDefinition = "text")
    @Nullable
    String conditions;

    long revision;

    @Version
    int version;

    /** Null for what is at rest. */
    @Column(name = "next_look_at")
    @Nullable
    Instant nextLookAt;

    /** One that is asked for, in a lineage of its own. */
    static EndpointEntity first(NewEndpoint wish, String id, Instant now) {
        return requested(wish, id, Kinship.first(id), now);
    }

    /** One that replaces {@code lost}, unasked. */
    static EndpointEntity successorOf(EndpointEntity lost, String id, Instant now) {
        var wish = new NewEndpoint(lost.groupId, lost.provider, lost.region, lost.service);
        return requested(wish, id, new Kinship(lost.lineageId, lost.id, false), now);
    }

    private static EndpointEntity requested(NewEndpoint wish, String id, Kinship kinship, Instant now) {
        var row = new EndpointEntity();
        row.id = id;
        row.groupId = wish.groupId();
        row.provider = wish.provider();
        row.region = wish.region();
        row.service = wish.service();
        row.createdAt = now;
        row.lineageId = kinship.lineage();
        row.predecessorId = kinship.predecessor();
        row.adopted = kinship.adopted();
        row.wanted = Wanted.PRESENT;
        row.enter(new Requested(now), now);
        row.becomeDue(now);
        return row;
    }

    Endpoint toRecord() {
        return new Endpoint(
                id,
                groupId,
                provider,
                region,
                service,
                createdAt,
                new Kinship(lineageId, predecessorId, adopted),
                wanted,
                state(),
                stood,
                conditions(),
                revision,
                version);
    }

    EndpointState state() {
        return EndpointStateCodec.fromColumns(
                new Columns(state, since, reference, address, message, askedAt, missingSince, trouble, successorId));
    }

    private List<Condition> conditions() {
        return conditions == null ? Conditions.after(List.of(), state(), since) : ConditionsJson.read(conditions);
    }

    /** Whether another one was made in its stead, so that nothing of it holds its region. */
    boolean isReplaced() {
        return successorId != null;
    }

    /** Whether it could be used once, or replaces one that could. */
    boolean isNeeded() {
        return stood || predecessorId != null;
    }

    /** A row that is new has no state before. */
    void enter(EndpointState next, Instant now) {
        var columns = EndpointStateCodec.toColumns(next);
        conditions = ConditionsJson.write(Conditions.after(state == null ? List.of() : conditions(), next, now));
        stood |= next instanceof Ready;
        state = columns.state();
        since = columns.since();
        reference = columns.reference();
        address = columns.address();
        message = columns.message();
        askedAt = columns.askedAt();
        missingSince = columns.missingSince();
        trouble = columns.trouble();
        successorId = wanted == Wanted.ABSENT ? successorId : columns.successor();
    }

    /** Makes the next look due at {@code at}. */
    void becomeDue(Instant at) {
        nextLookAt = at;
    }
}
