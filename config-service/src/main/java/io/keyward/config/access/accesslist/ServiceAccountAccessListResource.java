package io.keyward.config.access.accesslist;

import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.access.credential.CredentialRef;
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
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** From where a service account may be used. */
@Path("/api/keyward/v1/orgs/{orgId}/serviceAccounts/{clientId}/accessList")
@Produces(MediaTypes.KEYWARD_V1)
@RequiresOrg(OrgRole.ORG_OWNER)
public class ServiceAccountAccessListResource {
    private final AccessListService service;

    ServiceAccountAccessListResource(AccessListService service) {
        this.service = service;
    }

    @GET
    public Uni<Page<AccessListView>> list(
            @PathParam("orgId") String orgId,
            @PathParam("clientId") String clientId,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.list(CredentialRef.serviceAccount(orgId, clientId), paging, uri);
    }

    /** Adds entries; those that are there already stay as they are. */
    @POST
    @ResponseStatus(201)
    public Uni<Page<AccessListView>> add(
            @PathParam("orgId") String orgId,
            @PathParam("clientId") String clientId,
            @NotNull List<AccessListRequest> entries,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.add(CredentialRef.serviceAccount(orgId, clientId), entries, paging, uri);
    }

    /** Removes an entry: an address, or a block in CIDR notation with its slash written as {@code %2F}. */
    @DELETE
    @Path("/{ipAddress}")
    public Uni<Void> remove(
            @PathParam("orgId") String orgId,
            @PathParam("clientId") String clientId,
            @PathParam("ipAddress") String ipAddress) {
        return service.remove(CredentialRef.serviceAccount(orgId, clientId), ipAddress);
    }
}
