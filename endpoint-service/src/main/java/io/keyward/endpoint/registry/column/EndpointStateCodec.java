package io.keyward.endpoint.registry.column;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** States to and from the columns of {@code endpoint}. */
public final class EndpointStateCodec {
    private static final String REQUESTED = "REQUESTED";
    private static final String PROVISIONING = "PROVISIONING";
    private static final String AWAITING_APPROVAL = "AWAITING_APPROVAL";
    private static final String READY = "READY";
    private static final String FAILED = "FAILED";
    private static final String LOST = "LOST";
    private static final String REPLACED = "REPLACED";
    private static final String DELETING = "DELETING";

    /** Of what is gone, for queries that leave it out. */
    public static final String DELETED = "DELETED";

    private EndpointStateCodec() {}

    /** The columns that a state is kept in; those that it has no use for are null. */
    public record Columns(
            String state,
            Instant since,
            @Nullable String reference,
            @Nullable String address,
            @Nullable String message,
            @Nullable Instant askedAt,
            @Nullable Instant missingSince,
            @Nullable String trouble,
            @Nullable String successor) {}

    public static Columns toColumns(EndpointState state) {
        var since = state.since();
        return switch (state) {
            case Requested ignored -> new Columns(REQUESTED, since, null, null, null, null, null, null, null);
            case Provisioning s ->
                new Columns(PROVISIONING, since, s.ref(), null, s.trouble(), s.asked(), null, null, null);
            case AwaitingApproval s ->
                new Columns(AWAITING_APPROVAL, since, s.ref(), null, null, null, s.missing(), null, null);
            case Ready s -> new Columns(READY, since, s.ref(), s.address(), null, null, s.missing(), null, null);
            case Failed s -> new Columns(FAILED, since, s.ref(), null, s.message(), s.asked(), null, null, null);
            case Lost s -> new Columns(LOST, since, s.ref(), null, s.message(), null, null, s.trouble(), null);
            case Replaced s ->
                new Columns(REPLACED, since, s.ref(), null, s.message(), null, null, null, s.successor());
            case Deleting s -> new Columns(DELETING, since, s.ref(), null, s.trouble(), s.asked(), null, null, null);
            case Deleted s -> new Columns(DELETED, since, s.ref(), null, null, null, null, null, null);
        };
    }

    /** Fails with IllegalStateException for what {@link #toColumns} never wrote. */
    public static EndpointState fromColumns(Columns columns) {
        var since = columns.since();
        var reference = columns.reference();
        var message = columns.message();
        return switch (columns.state()) {
            case REQUESTED -> new Requested(since);
            case PROVISIONING -> new Provisioning(since, columns.askedAt(), reference, message);
            case AWAITING_APPROVAL -> new AwaitingApproval(known(reference), since, columns.missingSince());
            case READY -> new Ready(known(reference), known(columns.address()), since, columns.missingSince());
            case FAILED -> new Failed(known(message), reference, since, columns.askedAt());
            case LOST -> new Lost(known(reference), known(message), since, columns.trouble());
            case REPLACED -> new Replaced(known(reference), known(message), since, known(columns.successor()));
            case DELETING -> new Deleting(reference, columns.askedAt(), since, message);
            case DELETED -> new Deleted(reference, since);
            default -> throw new IllegalStateException("no state of an endpoint: " + columns.state());
        };
    }

    /** What a state of this name shows as. Fails for the name of what is gone. */
    public static EndpointStatus statusOf(String state) {
        return switch (state) {
            case REQUESTED, PROVISIONING -> EndpointStatus.INITIATING;
            case AWAITING_APPROVAL -> EndpointStatus.PENDING_ACCEPTANCE;
            case READY -> EndpointStatus.ACTIVE;
            case FAILED -> EndpointStatus.FAILED;
            case LOST, REPLACED -> EndpointStatus.PENDING_RECREATION;
            case DELETING -> EndpointStatus.DELETING;
            default -> throw new IllegalStateException("shows as nothing: " + state);
        };
    }

    private static String known(@Nullable String column) {
        return Objects.requireNonNull(column, "a column that the state needs");
    }
}
