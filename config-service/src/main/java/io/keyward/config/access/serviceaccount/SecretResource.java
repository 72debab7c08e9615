package io.keyward.config.access.serviceaccount;

import io.keyward.access.CurrentCaller;
import io.keyward.access.OrgRole;
import io.keyward.access.RequiresOrg;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.access.credential.CredentialRef;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The secrets of a service account. */
@Path("/api/keyward/v1/orgs/{orgId}/serviceAccounts/{clientId}/secrets")
@Produces(MediaTypes.KEYWARD_V1)
@RequiresOrg(OrgRole.ORG_OWNER)
public class SecretResource {
    private final CredentialStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    SecretResource(CredentialStore store, CurrentCaller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds a secret, which is in this answer and in no other one. Two can be in use at once. */
    @POST
    @ResponseStatus(201)
    public Uni<SecretView> add(
            @PathParam("orgId") String orgId, @PathParam("clientId") String clientId, @NotNull SecretRequest request) {
        NewSecret secret = NewSecret.next(clock.instant(), SecretRules.life(request.secretExpiresAfterHours()));
        return Detached.run(() -> store.change(
                        CredentialRef.serviceAccount(orgId, clientId),
                        current -> SecretRules.with(current, secret.kept(), clientId, clock.instant()),
                        caller.get().actor()))
                .map(changed -> SecretView.of(secret));
    }

    /** Removes a secret. Tokens that were made with it are worthless at once. */
    @DELETE
    @Path("/{secretId}")
    public Uni<Void> remove(
            @PathParam("orgId") String orgId,
            @PathParam("clientId") String clientId,
            @PathParam("secretId") String secretId) {
        return Detached.run(() -> store.change(
                        CredentialRef.serviceAccount(orgId, clientId),
                        current -> SecretRules.without(current, secretId, clientId),
                        caller.get().actor()))
                .replaceWithVoid();
    }
}
