package io.keyward.config.backup.snapshot;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForDrivers;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.config.backup.snapshot.SnapshotRequested.Reply;
import io.keyward.config.backup.snapshot.spec.SnapshotReport;
import io.keyward.config.backup.snapshot.store.SnapshotReportStore;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Where whatever runs the databases says how far it got with a snapshot. Only for the credential of a driver. */
@Path("/api/keyward/v1/snapshots/{snapshotId}/observed")
@Produces(MediaTypes.KEYWARD_V1)
@ForDrivers
public class SnapshotObservedResource {
    private final SnapshotReportStore store;
    private final CurrentCaller caller;

    SnapshotObservedResource(SnapshotReportStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** What is asked, and how far it got. */
    @GET
    public Uni<SnapshotRequested> observed(@PathParam("snapshotId") String snapshotId) {
        return store.find(snapshotId)
                .map(found -> found.map(SnapshotRequested::of).orElseThrow(() -> unknown(snapshotId)));
    }

    /** Takes in a report. One that does not name the request in force is answered 200, says so, and changes nothing. */
    @PUT
    @Consumes(MediaTypes.KEYWARD_V1)
    public Uni<Reply> report(@PathParam("snapshotId") String snapshotId, @NotNull @Valid SnapshotReport report) {
        var actor = caller.get().actor();
        return Detached.run(() -> store.report(snapshotId, report, actor))
                .map(taken -> taken.map(Reply::of).orElseThrow(() -> unknown(snapshotId)));
    }

    private static Refusal unknown(String snapshotId) {
        return Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "/api/keyward/v1/snapshots/" + snapshotId)
                .withDetail("No snapshot with id " + snapshotId + " is known here; it may have been deleted.");
    }
}
