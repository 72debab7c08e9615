package io.keyward.config.project.lookup;

import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.project.ProjectService;
import io.keyward.config.project.ProjectView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The projects of an organisation that a caller is told exist: those it has a role in, or all of them for owners. */
@Path("/api/atlas/v2/orgs/{orgId}/groups")
@Produces(MediaTypes.V2023_01_01)
public class OrganizationProjectsResource {
    private final ProjectService service;
    private final CurrentCaller caller;

    OrganizationProjectsResource(ProjectService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Those whose names begin like {@code name}, in any case of letters. */
    @GET
    @RequiresOrg(OrgRole.ORG_MEMBER)
    public Uni<Page<ProjectView>> list(
            @QueryParam("name") @DefaultValue("") String name, @BeanParam Paging paging, @Context UriInfo uri) {
        return service.listVisible(caller.get(), name, paging)
                .map(slice -> slice.page(paging, found -> ProjectView.of(found, uri)));
    }
}
