package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.config.access.credential.Settings.Address;
import io.keyward.secrets.SealedColumn;
import io.keyward.secrets.SealedColumn.Kind;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Credentials as authentication needs them: with everything that decides what their holders may do, as of now. */
@ApplicationScoped
public class PrincipalStore implements SealedColumns {
    private static final String KEY = "c.publicName = ?1 and c.kind <> 'SERVICE_ACCOUNT'";
    private static final String ACCOUNT = "c.publicName = ?1 and c.kind = 'SERVICE_ACCOUNT'";

    /** Whether the organisation insists on access lists, once for each project that an owner is told exists without having a role in it. */
    private static final String SURROUNDINGS = """
            select o.access_list_required, p.id
            from organization o left join project p on p.org_id = o.id and p.deleted_at is null and :owner
            where o.id = :org
            """;

    private final Sealer sealer;

    PrincipalStore(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(sealedColumn("ha1", DigestAlgorithm.MD5), sealedColumn("ha1_sha256", DigestAlgorithm.SHA_256));
    }

    private static SealedColumn sealedColumn(String column, DigestAlgorithm algorithm) {
        return new SealedColumn(
                "credential",
                "id",
                column,
                Kind.BYTES,
                "t.public_name",
                publicName -> Ha1.associatedData(algorithm, publicName));
    }

    /** The key or driver of that public key; empty when there is none, or none any more. */
    public Uni<Optional<ApiKey>> apiKey(String publicKey) {
        return find(
                KEY,
                publicKey,
                found -> new ApiKey(
                        found.principal(),
                        Objects.requireNonNull(open(found.row().ha1, DigestAlgorithm.MD5, publicKey)),
                        open(found.row().ha1Sha256, DigestAlgorithm.SHA_256, publicKey)));
    }

    /** The service account of that client id; empty when there is none, or none any more. */
    public Uni<Optional<Account>> account(String clientId) {
        return find(
                ACCOUNT,
                clientId,
                found -> new Account(
                        found.principal(), found.row().credential().settings().secrets()));
    }

    /** A service account with what proves to be it. */
    public record Account(Principal principal, List<Secret> secrets) {}

    private record Found(CredentialEntity row, Principal principal) {}

    private static <T> Uni<Optional<T>> find(String condition, String publicName, Function<Found, T> form) {
        return Panache.withSession(() -> CredentialEntity.whole(condition, publicName)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : surroundings(rows.getFirst())
                                .map(around -> Optional.of(
                                        form.apply(new Found(rows.getFirst(), principal(rows.getFirst(), around)))))));
    }

    private static Uni<List<Object[]>> surroundings(CredentialEntity row) {
        boolean owner = row.orgRoles.contains(OrgRole.ORG_OWNER.name());
        return Panache.getSession().chain(session -> session.createNativeQuery(SURROUNDINGS, Object[].class)
                .setParameter("owner", owner)
                .setParameter("org", row.orgId)
                .getResultList());
    }

    private static Principal principal(CredentialEntity row, List<Object[]> surroundings) {
        Credential credential = row.credential();
        Map<String, Set<ProjectRole>> roles =
                new HashMap<>(credential.settings().projectRoles());
        surroundings.stream()
                .map(seen -> (String) seen[1])
                .filter(Objects::nonNull)
                .forEach(groupId -> roles.putIfAbsent(groupId, Set.of()));
        AccessList list = new AccessList(
                credential.addresses().stream().map(Address::block).toList(),
                credential.kind() != Caller.Kind.DRIVER
                        && (boolean) surroundings.getFirst()[0]);
        return new Principal(
                credential.id(),
                credential.kind(),
                credential.publicName(),
                credential.orgId(),
                credential.settings().orgRoles(),
                roles,
                list);
    }

    private @Nullable String open(byte @Nullable [] sealed, DigestAlgorithm algorithm, String publicKey) {
        return sealed == null
                ? null
                : new String(sealer.open(sealed, Ha1.associatedData(algorithm, publicKey)), StandardCharsets.US_ASCII);
    }
}
