package io.keyward.config.organization;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.access.apikey.ApiKeyStore;
import io.keyward.config.access.apikey.NewApiKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/** Organisations and their members. */
@ApplicationScoped
class OrganizationStore {
    /** Any number; taken by replicas that start at the same time, so that one of them finds the other's organisation. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(7234550912)";

    private final ApiKeyStore apiKeys;
    private final Clock clock;

    OrganizationStore(ApiKeyStore apiKeys, Clock clock) {
        this.apiKeys = apiKeys;
        this.clock = clock;
    }

    /**
     * Creates the first organisation with its owner and keys, all or nothing, unless there is one already.
     *
     * @param first asked for only if it is needed
     * @return whether it was created
     */
    Uni<Boolean> createFirst(Supplier<FirstOrganization> first) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class).getSingleResult())
                .chain(locked -> OrganizationEntity.count())
                .chain(count -> count > 0
                        ? Uni.createFrom().item(false)
                        : create(first.get()).replaceWith(true)));
    }

    private Uni<Void> create(FirstOrganization first) {
        OrganizationEntity organization = new OrganizationEntity();
        organization.id = first.id();
        organization.name = first.name();
        organization.createdAt = clock.instant();
        return organization
                .persist()
                .chain(() -> owner(organization.id, first).persist())
                .chain(() -> apiKeys.insert(
                        key(organization.id, Caller.Kind.API_KEY, first.owner(), Set.of(OrgRole.ORG_OWNER))))
                .chain(() -> apiKeys.insert(key(organization.id, Caller.Kind.DRIVER, first.driver(), Set.of())));
    }

    private static MemberEntity owner(String orgId, FirstOrganization first) {
        MemberEntity owner = new MemberEntity();
        owner.id = ObjectIds.next();
        owner.orgId = orgId;
        owner.name = first.ownerName();
        owner.email = first.ownerEmail();
        owner.role = OrgRole.ORG_OWNER.name();
        return owner;
    }

    private static NewApiKey key(
            String orgId, Caller.Kind kind, FirstOrganization.Credentials credentials, Set<OrgRole> roles) {
        return new NewApiKey(orgId, kind, credentials.publicKey(), credentials.privateKey(), roles);
    }
}
