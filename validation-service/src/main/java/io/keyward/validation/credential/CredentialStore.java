package io.keyward.validation.credential;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Keeps sealed copies of credentials. Every method takes part in the caller's transaction, or opens one of its own. */
@ApplicationScoped
public class CredentialStore {
    private static final String KEEP = """
            insert into credential (credential_id, group_id, sealed, fetched_at)
            select k.credential_id, k.group_id, cast(:sealed as bytea), cast(:now as timestamptz) from key_use k
            where k.group_id = :groupId and k.credential_id = :id and k.retired_at is null
            limit 1 for share
            on conflict (credential_id) do nothing""";
    private static final String FORGET_UNUSED = """
            delete from credential c
            where c.group_id = :groupId and not exists (
                select 1 from key_use k
                where k.group_id = c.group_id and k.credential_id = c.credential_id and k.retired_at is null)""";

    private final Clock clock;

    CredentialStore(Clock clock) {
        this.clock = clock;
    }

    /** Forgets the credentials of a project that none of its key uses names any more. */
    public Uni<Void> forgetUnused(String groupId) {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(FORGET_UNUSED)
                                .setParameter("groupId", groupId)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    Uni<Optional<byte[]>> find(String groupId, String credentialId) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.find(
                        CredentialEntity.class, credentialId)
                .map(row -> row == null || !row.groupId.equals(groupId) ? Optional.empty() : Optional.of(row.sealed))));
    }

    /** Keeps it if a key use still names it. Such a key use is locked against its end, so that nothing is left behind. */
    Uni<Void> keep(String groupId, String credentialId, byte[] sealed) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("id", credentialId)
                        .setParameter("groupId", groupId)
                        .setParameter("sealed", sealed)
                        .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .executeUpdate()))
                .replaceWithVoid();
    }
}
