package io.keyward.config.founding;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForOperators;
import io.keyward.access.OrgRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.apikey.ApiKeyView;
import io.keyward.config.access.apikey.KeyPair;
import io.keyward.config.access.credential.CredentialRules;
import io.keyward.config.access.credential.Settings;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.OrganizationRules;
import io.keyward.config.organization.OrganizationView;
import io.keyward.config.organization.member.Member;
import io.keyward.config.organization.member.MemberRules;
import io.keyward.config.organization.member.MemberView;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** How organisations come to be. */
@Path("/api/keyward/v1/orgs")
@Produces(MediaTypes.KEYWARD_V1)
public class FoundingResource {
    private static final int MAX_DESCRIPTION = 250;

    private final FoundingStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    FoundingResource(FoundingStore store, CurrentCaller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** Makes an organisation with its first owner and its first API key, whose private half is in this answer and in no other one. */
    @POST
    @ResponseStatus(201)
    @ForOperators
    public Uni<FoundingView> create(@NotNull FoundingRequest request, @Context UriInfo uri) {
        String name = OrganizationRules.requireName(request.name());
        Organization organization = new Organization(ObjectIds.next(), name, false, clock.instant());
        Member owner = owner(organization.id(), request.owner());
        Settings settings = Settings.of("", description(request.apiKey()), Set.of(OrgRole.ORG_OWNER));
        KeyPair pair = KeyPair.next();
        Founding founding = new Founding(organization, owner, List.of(pair.key(organization.id(), settings)));
        return Detached.run(() -> store.found(founding, caller.get().actor()))
                .map(made -> new FoundingView(
                        ApiKeyView.shown(made.getFirst(), pair, uri),
                        OrganizationView.of(organization, uri),
                        MemberView.of(owner, uri)));
    }

    private static Member owner(String orgId, FoundingRequest.@Nullable Owner owner) {
        if (owner == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "owner");
        }
        return MemberRules.owner(ObjectIds.next(), orgId, owner.name(), owner.email());
    }

    private static String description(FoundingRequest.@Nullable Key key) {
        return key == null || key.desc() == null
                ? "First key"
                : CredentialRules.requireText("apiKey.desc", key.desc(), MAX_DESCRIPTION);
    }
}
