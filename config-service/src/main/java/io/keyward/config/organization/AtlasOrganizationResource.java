package io.keyward.config.organization;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.ForAnyone;
import io.keyward.access.ForOperators;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Organisations in the Atlas dialect: the caller's own one; all of them for operators. */
@Path("/api/atlas/v2/orgs")
@Produces(MediaTypes.V2023_01_01)
public class AtlasOrganizationResource {
    private final OrganizationStore store;
    private final CurrentCaller caller;

    AtlasOrganizationResource(OrganizationStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @GET
    @ForAnyone
    public Uni<Page<AtlasOrganizationView>> list(@BeanParam Paging paging, @Context UriInfo uri) {
        return visible(paging).map(slice -> slice.page(paging, found -> AtlasOrganizationView.of(found, uri)));
    }

    @GET
    @Path("/{orgId}")
    @RequiresOrg(OrgRole.ORG_MEMBER)
    @ForOperators
    public Uni<AtlasOrganizationView> get(@PathParam("orgId") String orgId, @Context UriInfo uri) {
        return store.get(orgId).map(found -> AtlasOrganizationView.of(found, uri));
    }

    private Uni<Slice<Organization>> visible(Paging paging) {
        Caller asking = caller.get();
        if (asking.kind() == Caller.Kind.OPERATOR) {
            return store.list(paging);
        }
        return store.get(asking.orgId()).map(own -> new Slice<>(paging.offset() == 0 ? List.of(own) : List.of(), 1));
    }
}
