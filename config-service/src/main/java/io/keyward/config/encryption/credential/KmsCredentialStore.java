package io.keyward.config.encryption.credential;

import io.keyward.atlas.region.Cloud;
import io.keyward.secrets.SealedColumn;
import io.keyward.secrets.SealedColumn.Kind;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The secrets that open customers' keys, sealed. They come and go in the transaction of the change that names them, which holds the project's lock. */
@ApplicationScoped
public class KmsCredentialStore implements SealedColumns {
    private final Sealer sealer;
    private final Clock clock;

    KmsCredentialStore(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(new SealedColumn(
                "kms_credential",
                "id",
                "sealed",
                Kind.BYTES,
                "t.group_id || ':' || t.id",
                KmsCredentialStore::associatedDataOf));
    }

    /** The project's secret of that id. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<KmsCredential>> find(String groupId, String id) {
        return Panache.withSession(() -> row(groupId, id)).map(row -> row.map(this::open));
    }

    /** Whether the project has the secret of that id. Joins the caller's open transaction, if there is one. */
    public Uni<Boolean> exists(String groupId, String id) {
        return Panache.withSession(() -> row(groupId, id)).map(Optional::isPresent);
    }

    /** All of the project: few, since only those are kept that a key names. */
    Uni<List<KmsCredential>> all(String groupId) {
        return Panache.withSession(() -> KmsCredentialEntity.<KmsCredentialEntity>list("groupId", groupId))
                .map(rows -> rows.stream().map(this::open).toList());
    }

    /** Keeps those that were sent and are named. In the caller's open transaction. */
    public Uni<Void> keep(String groupId, SentCredentials sent, Set<String> named) {
        return Multi.createFrom()
                .iterable(sent.named(named).all())
                .onItem()
                .transformToUniAndConcatenate(one -> row(groupId, one.id())
                        .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : insert(groupId, one)))
                .collect()
                .last();
    }

    /** Erases the project's secrets that nothing names. In the caller's open transaction. */
    public Uni<Void> retain(String groupId, Set<String> named) {
        return (named.isEmpty()
                        ? KmsCredentialEntity.delete("groupId", groupId)
                        : KmsCredentialEntity.delete("groupId = ?1 and id not in ?2", groupId, named))
                .replaceWithVoid();
    }

    private static Uni<Optional<KmsCredentialEntity>> row(String groupId, String id) {
        return KmsCredentialEntity.<KmsCredentialEntity>find("groupId = ?1 and id = ?2", groupId, id)
                .firstResult()
                .map(Optional::ofNullable);
    }

    private Uni<Void> insert(String groupId, KmsCredential credential) {
        KmsCredentialEntity row = new KmsCredentialEntity();
        row.id = credential.id();
        row.groupId = groupId;
        row.provider = credential.provider().name();
        row.sealed = sealer.seal(
                credential.secret().getBytes(StandardCharsets.UTF_8), associatedData(groupId, credential.id()));
        row.createdAt = clock.instant();
        return row.persistAndFlush().replaceWithVoid();
    }

    private KmsCredential open(KmsCredentialEntity row) {
        byte[] secret = sealer.open(row.sealed, associatedData(row.groupId, row.id));
        return new KmsCredential(row.id, Cloud.valueOf(row.provider), new String(secret, StandardCharsets.UTF_8));
    }

    private static String associatedData(String groupId, String id) {
        return associatedDataOf(groupId + ":" + id);
    }

    private static String associatedDataOf(String owner) {
        return "kms-credential:" + owner;
    }
}
