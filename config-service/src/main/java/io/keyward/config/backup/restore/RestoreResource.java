package io.keyward.config.backup.restore;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.config.backup.restore.plan.RestoreRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;

/** Restore jobs from the backups of a cluster. */
@Path("/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs")
@Produces(MediaTypes.V2023_01_01)
public class RestoreResource {
    private final RestoreService service;
    private final CurrentCaller caller;
    private final Clock clock;

    RestoreResource(RestoreService service, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    /** Asks for a restore. One to another project's cluster needs one of the roles there, too, which the service asks for. */
    @POST
    @Requires({ProjectRole.GROUP_BACKUP_EXPORT_OPERATOR, ProjectRole.GROUP_BACKUP_RECOVERY_OPERATOR})
    public Uni<RestoreView> create(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @NotNull RestoreRequest request,
            @Context UriInfo uri) {
        return service.create(new Target(groupId, clusterName), request, caller.get())
                .map(job -> view(job, uri));
    }

    @GET
    @Requires(ProjectRole.GROUP_BACKUP_MANAGER)
    public Uni<Page<RestoreView>> list(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.list(new Target(groupId, clusterName), paging)
                .map(page -> page.page(paging, job -> view(job, uri)));
    }

    @GET
    @Path("/{restoreJobId}")
    @Requires(ProjectRole.GROUP_BACKUP_MANAGER)
    public Uni<RestoreView> get(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @PathParam("restoreJobId") String restoreJobId,
            @Context UriInfo uri) {
        return service.get(new Target(groupId, clusterName), restoreJobId).map(job -> view(job, uri));
    }

    @DELETE
    @Path("/{restoreJobId}")
    @Requires({ProjectRole.GROUP_BACKUP_EXPORT_OPERATOR, ProjectRole.GROUP_BACKUP_RECOVERY_OPERATOR})
    public Uni<Void> cancel(
            @PathParam("groupId") String groupId,
            @PathParam("clusterName") String clusterName,
            @PathParam("restoreJobId") String restoreJobId) {
        return service.cancel(new Target(groupId, clusterName), restoreJobId, caller.get());
    }

    private RestoreView view(RestoreJob job, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/atlas/v2/groups/{groupId}/clusters/{name}/backup/restoreJobs/{id}")
                .build(job.groupId(), job.clusterName(), job.id())
                .toString();
        return RestoreView.of(job, clock.instant(), self);
    }
}
