package io.keyward.config.backup.restore;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForDrivers;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.config.backup.restore.RestoreRequested.Reply;
import io.keyward.config.backup.restore.plan.RestoreReport;
import io.keyward.config.backup.restore.store.RestoreReportStore;
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

/** Where whatever runs the databases says how far it got with a restore. Only for the credential of a driver. */
@Path("/api/keyward/v1/restoreJobs/{restoreJobId}/observed")
@Produces(MediaTypes.KEYWARD_V1)
@ForDrivers
public class RestoreObservedResource {
    private final RestoreReportStore store;
    private final CurrentCaller caller;

    RestoreObservedResource(RestoreReportStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** What is asked, and how far it got. */
    @GET
    public Uni<RestoreRequested> observed(@PathParam("restoreJobId") String restoreJobId) {
        return store.find(restoreJobId)
                .map(found -> found.map(RestoreRequested::of).orElseThrow(() -> unknown(restoreJobId)));
    }

    /** Takes in a report. One that does not name the request in force is answered 200, says so, and changes nothing. */
    @PUT
    @Consumes(MediaTypes.KEYWARD_V1)
    public Uni<Reply> report(@PathParam("restoreJobId") String restoreJobId, @NotNull @Valid RestoreReport report) {
        var actor = caller.get().actor();
        return Detached.run(() -> store.report(restoreJobId, report, actor))
                .map(taken -> taken.map(Reply::of).orElseThrow(() -> unknown(restoreJobId)));
    }

    private static Refusal unknown(String restoreJobId) {
        return Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "/api/keyward/v1/restoreJobs/" + restoreJobId)
                .withDetail("No restore job with id " + restoreJobId + " is known here.");
    }
}
