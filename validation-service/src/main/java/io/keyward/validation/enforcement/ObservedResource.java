package io.keyward.validation.enforcement;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForDrivers;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.keyward.validation.enforcement.EnforcementView.Reply;
import io.keyward.validation.enforcement.observed.Report;
import io.keyward.validation.enforcement.observed.ReportRules;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** Where whatever runs the databases says what it saw of a cluster. Only for the credential of a driver. */
@Path("/api/keyward/v1/clusters/{clusterId}/observed")
@Produces(MediaTypes.KEYWARD_V1)
@ForDrivers
public class ObservedResource {
    private final EnforcementStore store;
    private final CurrentCaller caller;

    ObservedResource(EnforcementStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** What is asked of the cluster, and what was seen of it last. */
    @GET
    public Uni<EnforcementView> observed(@PathParam("clusterId") String clusterId) {
        return store.find(clusterId).map(found -> found.orElseThrow(() -> unknown(clusterId)));
    }

    /** Takes in a report. One that does not name the request in force is answered 200, says so, and changes nothing. */
    @PUT
    @Consumes(MediaTypes.KEYWARD_V1)
    public Uni<Reply> report(@PathParam("clusterId") String clusterId, @NotNull @Valid Report report) {
        refuse(ReportRules.problems(report));
        var actor = Actors.of(caller.get());
        return Detached.run(() -> store.report(clusterId, report, actor))
                .map(reply -> reply.orElseThrow(() -> unknown(clusterId)));
    }

    private static void refuse(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            var refusal = Refusal.of(ErrorCode.VALIDATION_ERROR);
            for (var problem : problems.entrySet()) {
                refusal = refusal.withField(problem.getKey(), problem.getValue());
            }
            throw refusal;
        }
    }

    private static Refusal unknown(String clusterId) {
        return Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "/api/keyward/v1/clusters/" + clusterId)
                .withDetail("No cluster with id " + clusterId + " is known here.");
    }
}
