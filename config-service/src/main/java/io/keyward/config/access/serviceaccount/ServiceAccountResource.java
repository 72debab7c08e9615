package io.keyward.config.access.serviceaccount;

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
import io.keyward.config.access.credential.NewCredential;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The service accounts of an organisation: programs that call with tokens. */
@Path("/api/keyward/v1/orgs/{orgId}/serviceAccounts")
@Produces(MediaTypes.KEYWARD_V1)
@RequiresOrg(OrgRole.ORG_OWNER)
public class ServiceAccountResource {
    private final CredentialStore store;
    private final CredentialQueryStore queries;
    private final CurrentCaller caller;
    private final Clock clock;

    ServiceAccountResource(CredentialStore store, CredentialQueryStore queries, CurrentCaller caller, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Uni<Page<ServiceAccountView>> list(
            @PathParam("orgId") String orgId, @BeanParam Paging paging, @Context UriInfo uri) {
        return queries.ofOrg(orgId, Caller.Kind.SERVICE_ACCOUNT, paging)
                .map(slice -> slice.page(paging, account -> ServiceAccountView.of(account, uri)));
    }

    /** Makes an account with its first secret, which is in this answer and in no other one. */
    @POST
    @ResponseStatus(201)
    public Uni<ServiceAccountView> create(
            @PathParam("orgId") String orgId, @NotNull ServiceAccountRequest request, @Context UriInfo uri) {
        Settings settings = ServiceAccountRules.create(request);
        Duration life = SecretRules.life(request.secretExpiresAfterHours());
        NewSecret secret = NewSecret.next(clock.instant(), life);
        NewCredential account = NewCredential.serviceAccount(
                orgId, ServiceAccounts.newClientId(), settings.withSecrets(List.of(secret.kept())));
        return Detached.run(() -> store.create(account, caller.get().actor()))
                .map(created -> ServiceAccountView.of(created, secret, uri));
    }

    @GET
    @Path("/{clientId}")
    public Uni<ServiceAccountView> get(
            @PathParam("orgId") String orgId, @PathParam("clientId") String clientId, @Context UriInfo uri) {
        return queries.get(CredentialRef.serviceAccount(orgId, clientId))
                .map(account -> ServiceAccountView.of(account, uri));
    }

    /** Changes what is sent; roles are replaced as a whole. Roles in projects, and secrets, stay. */
    @PATCH
    @Path("/{clientId}")
    public Uni<ServiceAccountView> change(
            @PathParam("orgId") String orgId,
            @PathParam("clientId") String clientId,
            @NotNull ServiceAccountRequest request,
            @Context UriInfo uri) {
        return Detached.run(() -> store.change(
                        CredentialRef.serviceAccount(orgId, clientId),
                        current -> ServiceAccountRules.merge(current, request),
                        caller.get().actor()))
                .map(changed -> ServiceAccountView.of(changed, uri));
    }

    /** Ends an account with all its tokens, everywhere. The last credential that owns the organisation stays. */
    @DELETE
    @Path("/{clientId}")
    public Uni<Void> delete(@PathParam("orgId") String orgId, @PathParam("clientId") String clientId) {
        return Detached.run(() -> store.delete(
                CredentialRef.serviceAccount(orgId, clientId), caller.get().actor()));
    }
}
