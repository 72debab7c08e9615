package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.contracts.Actor;
import io.keyward.secrets.Sealer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** How credentials come, change and go: always under their organisation's lock. */
@ApplicationScoped
public class CredentialStore {
    private static final String BY_ID = "c.orgId = ?1 and c.kind = ?2 and c.id = ?3";
    private static final String BY_NAME = "c.orgId = ?1 and c.kind = ?2 and c.publicName = ?3";

    private static final String CLOSED = "select id from project where id in (:ids) and deleted_at is not null";
    private static final String OF_PROJECT =
            "exists (select 1 from CredentialEntity o join o.projectRoles g where o.id = c.id and g.groupId = ?1)";

    /** A row of its own: a project that was just created is known to nobody else yet. */
    private static final String GRANT = """
            insert into credential_project_role (credential_id, group_id, role) values (:credential, :group, :role)
            on conflict do nothing
            returning group_id
            """;

    /** Whoever cannot call is no owner that counts: without a live secret, or without an access list where the organisation insists on one. */
    private static final String OTHER_OWNERS = """
            select count(*) from credential c
            where c.org_id = :org and c.id <> :id and c.deleted_at is null
              and exists (select 1 from credential_org_role r where r.credential_id = c.id and r.role = 'ORG_OWNER')
              and (c.kind = 'API_KEY' or exists
                    (select 1 from service_account_secret s where s.credential_id = c.id and s.expires_at > :now))
              and (not :listed or exists (select 1 from credential_address a where a.credential_id = c.id))
            """;

    private final OrganizationStore organizations;
    private final CredentialEvents events;
    private final Sealer sealer;
    private final Clock clock;

    CredentialStore(OrganizationStore organizations, CredentialEvents events, Sealer sealer, Clock clock) {
        this.organizations = organizations;
        this.events = events;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Stores a credential, in the caller's open transaction. Its public name has to be new. */
    public Uni<Credential> insert(NewCredential credential, Actor actor) {
        CredentialEntity row = new CredentialEntity();
        row.id = ObjectIds.next();
        row.orgId = credential.orgId();
        row.kind = credential.kind().name();
        row.publicName = credential.publicName();
        row.createdAt = clock.instant();
        credential.privateKey().ifPresent(key -> {
            row.ha1 = seal(DigestAlgorithm.MD5, credential.publicName(), key);
            row.ha1Sha256 = seal(DigestAlgorithm.SHA_256, credential.publicName(), key);
        });
        row.become(credential.settings());
        return events.created(row, actor).chain(() -> row.persistAndFlush()).map(stored -> row.credential());
    }

    public Uni<Credential> create(NewCredential credential, Actor actor) {
        return Panache.withTransaction(
                () -> organizations.lock(credential.orgId()).chain(() -> insert(credential, actor)));
    }

    /**
     * Records what {@code change} makes of a credential, with its event; nothing when that is the same as before.
     *
     * @param change decides under the lock, and may refuse
     */
    public Uni<Credential> change(CredentialRef ref, UnaryOperator<Settings> change, Actor actor) {
        return change(ref, (settings, organization) -> change.apply(settings), actor);
    }

    /** The same, for a change that depends on what the organisation wants. */
    public Uni<Credential> change(CredentialRef ref, BiFunction<Settings, Organization, Settings> change, Actor actor) {
        return underLock(ref, (row, organization) -> {
            Credential before = row.credential();
            Settings after = change.apply(before.settings(), organization);
            return after.equals(before.settings())
                    ? Uni.createFrom().item(before)
                    : requireOwner(before, Optional.of(after), organization)
                            .chain(() -> requireOpen(before.settings(), after))
                            .invoke(() -> row.become(after))
                            .chain(() -> events.updated(row, before.settings(), actor))
                            .map(told -> row.credential());
        });
    }

    /** Ends a credential. Its row stays, without roles or secrets, so that its public name is never given again. */
    public Uni<Void> delete(CredentialRef ref, Actor actor) {
        return underLock(ref, (row, organization) -> {
            Credential before = row.credential();
            return requireOwner(before, Optional.empty(), organization)
                    .invoke(() -> bury(row))
                    .chain(() -> events.deleted(row, before.settings(), actor));
        });
    }

    /** Takes every credential out of a project that ends; in the caller's open transaction, which holds the organisation's lock. */
    public Uni<Void> leave(String groupId, Actor actor) {
        return CredentialEntity.whole(OF_PROJECT, groupId)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> {
                            Settings before = row.credential().settings();
                            row.become(before.withProjectRoles(groupId, Set.of()));
                            return events.updated(row, before, actor).replaceWith(row);
                        })
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** Gives a credential a role in a project that is new, in the caller's open transaction. */
    public Uni<Void> grant(String credentialId, String groupId, ProjectRole role) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GRANT, String.class)
                        .setParameter("credential", credentialId)
                        .setParameter("group", groupId)
                        .setParameter("role", role.name())
                        .getResultList())
                .replaceWithVoid();
    }

    /** Whether there is or ever was a credential of that public name. In the caller's open transaction. */
    public Uni<Boolean> everExisted(String publicName) {
        return CredentialEntity.count("publicName", publicName).map(count -> count > 0);
    }

    static Uni<CredentialEntity> row(CredentialRef ref) {
        if (!ref.isPossible()) {
            return Uni.createFrom().failure(ref.notFound());
        }
        String condition = ref.kind() == Caller.Kind.SERVICE_ACCOUNT ? BY_NAME : BY_ID;
        return CredentialEntity.whole(condition, ref.orgId(), ref.kind().name(), ref.ref())
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw ref.notFound();
                    }
                    return rows.getFirst();
                });
    }

    private void bury(CredentialEntity row) {
        row.become(Settings.of("", row.description, Set.of()));
        row.ha1 = null;
        row.ha1Sha256 = null;
        row.deletedAt = clock.instant();
    }

    private <T> Uni<T> underLock(CredentialRef ref, BiFunction<CredentialEntity, Organization, Uni<T>> work) {
        return Panache.withTransaction(() -> organizations
                .lock(ref.orgId())
                .chain(() -> organizations.get(ref.orgId()))
                .chain(organization -> row(ref).chain(row -> work.apply(row, organization))));
    }

    private Uni<Void> requireOwner(Credential before, Optional<Settings> after, Organization organization) {
        boolean listed = organization.accessListRequired();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OTHER_OWNERS, Long.class)
                        .setParameter("org", before.orgId())
                        .setParameter("id", before.id())
                        .setParameter("now", clock.instant())
                        .setParameter("listed", listed)
                        .getSingleResult())
                .invoke(others -> CredentialRules.requireOwner(before, after, others, listed, clock.instant()))
                .replaceWithVoid();
    }

    /** A project may have been closed since the caller was seen to be in it; from then on nobody gets into it. */
    private static Uni<Void> requireOpen(Settings before, Settings after) {
        Set<String> joined = new HashSet<>(after.projectRoles().keySet());
        joined.removeAll(before.projectRoles().keySet());
        return joined.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(CLOSED, String.class)
                                .setParameter("ids", joined)
                                .getResultList())
                        .invoke(closed -> {
                            if (!closed.isEmpty()) {
                                throw Refusal.of(ErrorCode.GROUP_NOT_FOUND, closed.getFirst());
                            }
                        })
                        .replaceWithVoid();
    }

    private byte[] seal(DigestAlgorithm algorithm, String publicKey, String privateKey) {
        return sealer.seal(
                Ha1.of(algorithm, publicKey, privateKey).getBytes(StandardCharsets.US_ASCII),
                Ha1.associatedData(algorithm, publicKey));
    }
}
