package io.keyward.config.access.apikey;

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

/** The API keys of a project: keys of its organisation that have a role in it. */
@Path("/api/keyward/v1/groups/{groupId}/apiKeys")
@Produces(MediaTypes.KEYWARD_V1)
@Requires(value = ProjectRole.GROUP_OWNER, orOrg = OrgRole.ORG_OWNER)
public class ProjectApiKeyResource {
    private final ProjectMemberships memberships;
    private final CurrentCaller caller;

    ProjectApiKeyResource(ProjectMemberships memberships, CurrentCaller caller) {
        this.memberships = memberships;
        this.caller = caller;
    }

    @GET
    public Uni<Page<ApiKeyView>> list(
            @PathParam("groupId") String groupId, @BeanParam Paging paging, @Context UriInfo uri) {
        return memberships
                .list(groupId, Caller.Kind.API_KEY, paging)
                .map(slice -> slice.page(paging, key -> ApiKeyView.within(key, groupId, uri)));
    }

    /** Gives a key exactly these roles in the project. */
    @PUT
    @Path("/{apiKeyId}")
    public Uni<ApiKeyView> assign(
            @PathParam("groupId") String groupId,
            @PathParam("apiKeyId") String apiKeyId,
            @NotNull ProjectRolesRequest request,
            @Context UriInfo uri) {
        return memberships.assign(key(apiKeyId), groupId, request).map(key -> ApiKeyView.within(key, groupId, uri));
    }

    /** Takes a key out of the project. */
    @DELETE
    @Path("/{apiKeyId}")
    public Uni<Void> remove(@PathParam("groupId") String groupId, @PathParam("apiKeyId") String apiKeyId) {
        return memberships.remove(key(apiKeyId), groupId);
    }

    /** Who sees a project is of its organisation. */
    private CredentialRef key(String apiKeyId) {
        return CredentialRef.apiKey(caller.get().orgId(), apiKeyId);
    }
}
