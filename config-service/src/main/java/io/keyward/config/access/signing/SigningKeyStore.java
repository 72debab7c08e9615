package io.keyward.config.access.signing;

import io.keyward.access.token.SigningKey;
import io.keyward.secrets.SealedColumn;
import io.keyward.secrets.SealedColumn.Kind;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The keys that sign tokens, sealed. */
@ApplicationScoped
class SigningKeyStore implements SealedColumns {
    /** Any number; taken by replicas that find at the same time that a key is due, so that one of them finds the other's. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(7234550913)";

    private final Sealer sealer;

    SigningKeyStore(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(
                new SealedColumn("signing_key", "id", "keyset", Kind.BYTES, "t.id", SigningKeyStore::associatedData));
    }

    Uni<List<KeptKey>> all() {
        return Panache.withSession(this::load);
    }

    /**
     * Makes a key if one is due, forgets those that are over, and answers what there is then.
     *
     * @param life how long a key signs; zero makes one in any case
     */
    Uni<List<KeptKey>> rotate(Instant now, Duration life, Duration tokenLife) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class).getSingleResult())
                .chain(this::load)
                .chain(keys -> forget(SigningKeyRules.over(keys, now, tokenLife))
                        .chain(() -> SigningKeyRules.needsNext(keys, now, life)
                                ? insert(SigningKeyRules.nextSignsFrom(keys, now), now)
                                : Uni.createFrom().voidItem()))
                .chain(this::load));
    }

    private Uni<List<KeptKey>> load() {
        return SigningKeyEntity.<SigningKeyEntity>find("order by signsFrom, id")
                .list()
                .map(rows -> rows.stream().map(this::open).toList());
    }

    private Uni<Void> insert(Instant signsFrom, Instant now) {
        SigningKey key = SigningKey.generate();
        SigningKeyEntity row = new SigningKeyEntity();
        row.id = key.id();
        row.keyset = sealer.seal(key.secret().getBytes(StandardCharsets.UTF_8), associatedData(key.id()));
        row.createdAt = now;
        row.signsFrom = signsFrom;
        return row.persistAndFlush().replaceWithVoid();
    }

    private static Uni<Void> forget(List<KeptKey> keys) {
        List<String> ids = keys.stream().map(KeptKey::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : SigningKeyEntity.delete("id in ?1", ids).replaceWithVoid();
    }

    private KeptKey open(SigningKeyEntity row) {
        byte[] secret = sealer.open(row.keyset, associatedData(row.id));
        return new KeptKey(SigningKey.read(new String(secret, StandardCharsets.UTF_8)), row.createdAt, row.signsFrom);
    }

    private static String associatedData(String id) {
        return "signing-key:" + id;
    }
}
