package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AddressBlock;
import io.keyward.config.access.credential.Settings.Address;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "credential")
class CredentialEntity extends PanacheEntityBase {
    private static final String WITH_ROLES = """
            select distinct c from CredentialEntity c
            left join fetch c.orgRoles left join fetch c.secrets left join fetch c.projectRoles
            where c.deletedAt is null and\s""";

    /** Apart from the roles: side by side, each of one would come with each of the other. */
    private static final String WITH_ADDRESSES =
            "select distinct c from CredentialEntity c left join fetch c.addresses where c.id in ?1";

    @Id
    String id;

    @Column(name = "org_id")
    String orgId;

    String kind;

    @Column(name = "public_name")
    String publicName;

    @Nullable
    String title;

    String description;

    byte @Nullable [] ha1;

    @Column(name = "ha1_sha256")
    byte @Nullable [] ha1Sha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    long revision;

    @ElementCollection
    @CollectionTable(name = "credential_org_role", joinColumns = @JoinColumn(name = "credential_id"))
    @Column(name = "role", nullable = false)
    Set<String> orgRoles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "credential_project_role", joinColumns = @JoinColumn(name = "credential_id"))
    Set<Grant> projectRoles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "credential_address", joinColumns = @JoinColumn(name = "credential_id"))
    Set<Block> addresses = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "service_account_secret", joinColumns = @JoinColumn(name = "credential_id"))
    Set<Hash> secrets = new HashSet<>();

    /** A role in a project. */
    @Embeddable
    record Grant(
            @Column(name = "group_id", nullable = false) String groupId,
            @Column(nullable = false) String role) {}

    /** An entry of the access list. */
    @Embeddable
    record Block(
            @Column(nullable = false) String block,
            @Column(name = "created_at", nullable = false) Instant createdAt) {}

    /** A secret. */
    @Embeddable
    record Hash(
            @Column(nullable = false) String id,
            @Column(nullable = false) String hash,
            @Column(nullable = false) String tail,
            @Column(name = "created_at", nullable = false) Instant createdAt,
            @Column(name = "expires_at", nullable = false) Instant expiresAt) {

        @Override
        public String toString() {
            return "Hash[" + id + "]";
        }
    }

    /** Whole ones, deleted ones excepted, in the caller's open session. */
    static Uni<List<CredentialEntity>> whole(String condition, Object... parameters) {
        return CredentialEntity.<CredentialEntity>find(WITH_ROLES + condition, parameters)
                .list()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(rows)
                        : CredentialEntity.<CredentialEntity>find(
                                        WITH_ADDRESSES,
                                        rows.stream().map(row -> row.id).toList())
                                .list()
                                .replaceWith(rows));
    }

    Credential credential() {
        return new Credential(id, orgId, Caller.Kind.valueOf(kind), publicName, createdAt, settings());
    }

    void become(Settings settings) {
        title = settings.title().isEmpty() ? null : settings.title();
        description = settings.description();
        replace(orgRoles, settings.orgRoles().stream().map(Enum::name));
        replace(projectRoles, settings.projectRoles().entrySet().stream().flatMap(project -> project.getValue().stream()
                .map(role -> new Grant(project.getKey(), role.name()))));
        replace(
                addresses,
                settings.addresses().stream()
                        .map(address -> new Block(address.block().toString(), address.createdAt())));
        replace(
                secrets,
                settings.secrets().stream()
                        .map(kept ->
                                new Hash(kept.id(), kept.hash(), kept.tail(), kept.createdAt(), kept.expiresAt())));
    }

    private Settings settings() {
        Map<String, Set<ProjectRole>> roles = new HashMap<>();
        projectRoles.forEach(grant -> roles.computeIfAbsent(grant.groupId(), group -> new HashSet<>())
                .add(ProjectRole.valueOf(grant.role())));
        return new Settings(
                title == null ? "" : title,
                description,
                orgRoles.stream().map(OrgRole::valueOf).collect(Collectors.toSet()),
                roles,
                addresses.stream()
                        .sorted(Comparator.comparing(Block::createdAt).thenComparing(Block::block))
                        .map(block ->
                                new Address(AddressBlock.parse(block.block()).orElseThrow(), block.createdAt()))
                        .toList(),
                secrets.stream()
                        .sorted(Comparator.comparing(Hash::createdAt).thenComparing(Hash::id))
                        .map(hash ->
                                new Secret(hash.id(), hash.hash(), hash.tail(), hash.createdAt(), hash.expiresAt()))
                        .toList());
    }

    /** Row by row: a set that is given anew would be written anew, over what others add meanwhile. */
    private static <T> void replace(Set<T> stored, Stream<T> wanted) {
        Set<T> all = wanted.collect(Collectors.toSet());
        stored.retainAll(all);
        stored.addAll(all);
    }
}
