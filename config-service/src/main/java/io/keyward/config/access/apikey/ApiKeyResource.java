package io.keyward.config.access.apikey;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.access.credential.CredentialQueryStore;
import io.keyward.config.access.credential.CredentialRef;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.access.credential.Settings;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The API keys of an organisation. */
@Path("/api/keyward/v1/orgs/{orgId}/apiKeys")
@Produces(MediaTypes.KEYWARD_V1)
@RequiresOrg(OrgRole.ORG_OWNER)
public class ApiKeyResource {
    private final CredentialStore store;
    private final CredentialQueryStore queries;
    private final CurrentCaller caller;

    ApiKeyResource(CredentialStore store, CredentialQueryStore queries, CurrentCaller caller) {
        this.store = store;
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    public Uni<Page<ApiKeyView>> list(
            @PathParam("orgId") String orgId, @BeanParam Paging paging, @Context UriInfo uri) {
        return queries.ofOrg(orgId, Caller.Kind.API_KEY, paging)
                .map(slice -> slice.page(paging, key -> ApiKeyView.of(key, uri)));
    }

    /** Makes a key. Its private half is in this answer and in no other one. */
    @POST
    @ResponseStatus(201)
    public Uni<ApiKeyView> create(
            @PathParam("orgId") String orgId, @NotNull ApiKeyRequest request, @Context UriInfo uri) {
        Settings settings = ApiKeyRules.create(request);
        KeyPair pair = KeyPair.next();
        return Detached.run(() ->
                        store.create(pair.key(orgId, settings), caller.get().actor()))
                .map(created -> ApiKeyView.shown(created, pair, uri));
    }

    @GET
    @Path("/{apiKeyId}")
    public Uni<ApiKeyView> get(
            @PathParam("orgId") String orgId, @PathParam("apiKeyId") String apiKeyId, @Context UriInfo uri) {
        return queries.get(CredentialRef.apiKey(orgId, apiKeyId)).map(key -> ApiKeyView.of(key, uri));
    }

    /** Changes what is sent; roles are replaced as a whole. Roles in projects stay. */
    @PATCH
    @Path("/{apiKeyId}")
    public Uni<ApiKeyView> change(
            @PathParam("orgId") String orgId,
            @PathParam("apiKeyId") String apiKeyId,
            @NotNull ApiKeyRequest request,
            @Context UriInfo uri) {
        return Detached.run(() -> store.change(
                        CredentialRef.apiKey(orgId, apiKeyId),
                        current -> ApiKeyRules.merge(current, request),
                        caller.get().actor()))
                .map(changed -> ApiKeyView.of(changed, uri));
    }

    /** Ends a key, everywhere. The last credential that owns the organisation stays. */
    @DELETE
    @Path("/{apiKeyId}")
    public Uni<Void> delete(@PathParam("orgId") String orgId, @PathParam("apiKeyId") String apiKeyId) {
        return Detached.run(() ->
                store.delete(CredentialRef.apiKey(orgId, apiKeyId), caller.get().actor()));
    }
}
