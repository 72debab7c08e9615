package io.keyward.config.access.apikey;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.access.apikey.ApiKeyEntity.Grant;
import io.keyward.secrets.Sealer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** API keys and the roles they hold. */
@ApplicationScoped
public class ApiKeyStore {
    private static final String WITH_ROLES = """
            select k from ApiKeyEntity k left join fetch k.orgRoles left join fetch k.projectRoles
            where k.publicKey = ?1
            """;

    /** A row of its own: written through the entity's set, all roles of the key would be written anew, over those that others grant meanwhile. */
    private static final String GRANT = """
            insert into api_key_project_role (api_key_id, group_id, role) values (:key, :group, :role)
            on conflict do nothing
            returning group_id
            """;

    private final Sealer sealer;
    private final Clock clock;

    ApiKeyStore(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Stores a key, in the caller's open transaction. */
    public Uni<Void> insert(NewApiKey key) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = ObjectIds.next();
        entity.orgId = key.orgId();
        entity.kind = key.kind().name();
        entity.publicKey = key.publicKey();
        entity.ha1 = sealer.seal(
                Ha1.of(key.publicKey(), key.privateKey()).getBytes(StandardCharsets.US_ASCII),
                Ha1.associatedData(key.publicKey()));
        entity.createdAt = clock.instant();
        entity.orgRoles = key.orgRoles().stream().map(Enum::name).collect(Collectors.toSet());
        return entity.persist().replaceWithVoid();
    }

    /** Gives a key a role in a project, in the caller's open transaction. */
    public Uni<Void> grant(String apiKeyId, String groupId, ProjectRole role) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GRANT, String.class)
                        .setParameter("key", apiKeyId)
                        .setParameter("group", groupId)
                        .setParameter("role", role.name())
                        .getResultList())
                .replaceWithVoid();
    }

    /** The key with everything that decides what its holder may do, as of now. */
    Uni<Optional<ApiKey>> find(String publicKey) {
        return Panache.withSession(() -> ApiKeyEntity.<ApiKeyEntity>find(WITH_ROLES, publicKey)
                .list()
                .chain(keys -> keys.isEmpty() ? Uni.createFrom().item(Optional.empty()) : complete(keys.getFirst())));
    }

    private Uni<Optional<ApiKey>> complete(ApiKeyEntity key) {
        Set<OrgRole> orgRoles = key.orgRoles.stream().map(OrgRole::valueOf).collect(Collectors.toUnmodifiableSet());
        Map<String, Set<ProjectRole>> projectRoles = new HashMap<>();
        for (Grant grant : key.projectRoles) {
            projectRoles.computeIfAbsent(grant.groupId(), id -> new HashSet<>()).add(ProjectRole.valueOf(grant.role()));
        }
        return seenFromOutside(key.orgId, orgRoles)
                .invoke(groups -> groups.forEach(group -> projectRoles.putIfAbsent(group, Set.of())))
                .map(groups -> Optional.of(new ApiKey(
                        new Principal(
                                key.id,
                                Caller.Kind.valueOf(key.kind),
                                key.publicKey,
                                key.orgId,
                                orgRoles,
                                projectRoles,
                                AccessList.NONE),
                        open(key),
                        null)));
    }

    /** Projects that an owner of the organisation is told exist, without having a role in them. */
    private static Uni<List<String>> seenFromOutside(String orgId, Set<OrgRole> orgRoles) {
        if (orgRoles.stream().noneMatch(role -> role.includes(OrgRole.ORG_OWNER))) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select id from project where org_id = :org", String.class)
                        .setParameter("org", orgId)
                        .getResultList());
    }

    private String open(ApiKeyEntity key) {
        return new String(sealer.open(key.ha1, Ha1.associatedData(key.publicKey)), StandardCharsets.US_ASCII);
    }
}
