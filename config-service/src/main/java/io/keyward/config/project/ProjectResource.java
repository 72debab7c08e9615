package io.keyward.config.project;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForAnyone;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Projects: "groups" on the wire. */
@Path("/api/atlas/v2/groups")
@Produces(MediaTypes.V2023_01_01)
public class ProjectResource {
    private final ProjectService service;
    private final ProjectStore store;
    private final CurrentCaller caller;

    ProjectResource(ProjectService service, ProjectStore store, CurrentCaller caller) {
        this.service = service;
        this.store = store;
        this.caller = caller;
    }

    /** Creates a project; whoever creates it becomes its owner, and {@code projectOwnerId} names the member to write to. */
    @POST
    @RequiresOrg(OrgRole.ORG_GROUP_CREATOR)
    public Uni<RestResponse<ProjectView>> create(
            @NotNull ProjectRequest request,
            @QueryParam("projectOwnerId") Optional<String> ownerId,
            @Context UriInfo uri) {
        return service.create(request, ownerId, caller.get())
                .map(project -> created(project, ProjectView.self(uri, project.id())));
    }

    @GET
    @ForAnyone
    public Uni<Page<ProjectView>> list(@BeanParam Paging paging, @Context UriInfo uri) {
        return service.list(caller.get(), paging).map(slice -> slice.page(paging, found -> ProjectView.of(found, uri)));
    }

    @GET
    @Path("/{groupId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<ProjectView> get(@PathParam("groupId") String groupId, @Context UriInfo uri) {
        return store.find(groupId).map(found -> ProjectView.of(found, uri));
    }

    /** Changes what is sent; tags are replaced as a whole. */
    @PATCH
    @Path("/{groupId}")
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<ProjectView> update(
            @PathParam("groupId") String groupId, @NotNull ProjectPatch patch, @Context UriInfo uri) {
        return service.update(groupId, patch, caller.get()).map(found -> ProjectView.of(found, uri));
    }

    private static RestResponse<ProjectView> created(Project project, String location) {
        return ResponseBuilder.<ProjectView>created(URI.create(location))
                .entity(ProjectView.of(project, 0, location))
                .build();
    }
}
