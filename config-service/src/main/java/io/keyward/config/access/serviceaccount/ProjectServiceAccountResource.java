package io.keyward.config.access.serviceaccount;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.access.credential.CredentialRef;
import io.keyward.config.access.project.ProjectMemberships;
import io.keyward.config.access.project.ProjectRolesRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The service accounts of a project: accounts of its organisation that have a role in it. */
@Path("/api/keyward/v1/groups/{groupId}/serviceAccounts")
@Produces(MediaTypes.KEYWARD_V1)
@Requires(value = ProjectRole.GROUP_OWNER, orOrg = OrgRole.ORG_OWNER)
public class ProjectServiceAccountResource {
    private final ProjectMemberships memberships;
    private final CurrentCaller caller;

    ProjectServiceAccountResource(ProjectMemberships memberships, CurrentCaller caller) {
        this.memberships = memberships;
        this.caller = caller;
    }

    @GET
    public Uni<Page<ProjectServiceAccountView>> list(
            @PathParam("groupId") String groupId, @BeanParam Paging paging, @Context UriInfo uri) {
        return memberships
                .list(groupId, Caller.Kind.SERVICE_ACCOUNT, paging)
                .map(slice -> slice.page(paging, account -> ProjectServiceAccountView.of(account, groupId, uri)));
    }

    /** Gives an account exactly these roles in the project. */
    @PUT
    @Path("/{clientId}")
    public Uni<ProjectServiceAccountView> assign(
            @PathParam("groupId") String groupId,
            @PathParam("clientId") String clientId,
            @NotNull ProjectRolesRequest request,
            @Context UriInfo uri) {
        return memberships
                .assign(account(clientId), groupId, request)
                .map(account -> ProjectServiceAccountView.of(account, groupId, uri));
    }

    /** Takes an account out of the project. */
    @DELETE
    @Path("/{clientId}")
    public Uni<Void> remove(@PathParam("groupId") String groupId, @PathParam("clientId") String clientId) {
        return memberships.remove(account(clientId), groupId);
    }

    /** Who sees a project is of its organisation. */
    private CredentialRef account(String clientId) {
        return CredentialRef.serviceAccount(caller.get().orgId(), clientId);
    }
}
