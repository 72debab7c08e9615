package io.keyward.config.organization;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForOperators;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** Organisations as their owners and operators see them. */
@Path("/api/keyward/v1/orgs")
@Produces(MediaTypes.KEYWARD_V1)
public class OrganizationResource {
    private final OrganizationStore store;
    private final CurrentCaller caller;

    OrganizationResource(OrganizationStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** All organisations of this installation, oldest first. */
    @GET
    @ForOperators
    public Uni<Page<OrganizationView>> list(@BeanParam Paging paging, @Context UriInfo uri) {
        return store.list(paging).map(slice -> slice.page(paging, found -> OrganizationView.of(found, uri)));
    }

    @GET
    @Path("/{orgId}")
    @RequiresOrg(OrgRole.ORG_MEMBER)
    @ForOperators
    public Uni<OrganizationView> get(@PathParam("orgId") String orgId, @Context UriInfo uri) {
        return store.get(orgId).map(found -> OrganizationView.of(found, uri));
    }

    /** Changes the name, or whether credentials need an access list. */
    @PATCH
    @Path("/{orgId}")
    @RequiresOrg(OrgRole.ORG_OWNER)
    public Uni<OrganizationView> change(
            @PathParam("orgId") String orgId, @NotNull OrganizationRequest request, @Context UriInfo uri) {
        return Detached.run(
                        () -> store.change(orgId, current -> OrganizationRules.merge(current, request), caller.get()))
                .map(changed -> OrganizationView.of(changed, uri));
    }
}
