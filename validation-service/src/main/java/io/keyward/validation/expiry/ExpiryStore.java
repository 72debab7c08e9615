package io.keyward.validation.expiry;

import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.keyuse.AccessColumns;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectWatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps which secrets were asked for when, and when they end. Each method opens a transaction of its own. */
@ApplicationScoped
class ExpiryStore {
    /** Whoever takes a secret has it for the time between two looks, whatever becomes of the question. */
    private static final String TAKE = """
            with due as (
                select c.credential_id, c.group_id from credential c
                left join credential_end e on e.credential_id = c.credential_id
                where (e.looked_at is null or e.looked_at < cast(:before as timestamptz))
                  and exists (
                    select 1 from key_use k
                    where k.group_id = c.group_id and k.credential_id = c.credential_id
                      and k.provider = 'AZURE' and k.retired_at is null)
                order by c.credential_id limit :most
                for update of c skip locked),
            taken as (
                insert into credential_end (credential_id, group_id, looked_at)
                select credential_id, group_id, cast(:now as timestamptz) from due
                on conflict (credential_id) do update set looked_at = excluded.looked_at
                returning credential_id, group_id)
            select distinct on (t.credential_id) t.group_id, t.credential_id, k.access from taken t
            join key_use k on k.group_id = t.group_id and k.credential_id = t.credential_id
                and k.provider = 'AZURE' and k.retired_at is null
            order by t.credential_id""";

    private static final String KNOW = """
            update credential_end set ends_at = cast(:endsAt as timestamptz)
            where credential_id = :id and ends_at is distinct from cast(:endsAt as timestamptz)
            returning group_id""";

    private final KeyUseStore keyUses;
    private final ProjectWatch watch;

    ExpiryStore(KeyUseStore keyUses, ProjectWatch watch) {
        this.keyUses = keyUses;
        this.watch = watch;
    }

    /**
     * A secret to be asked for.
     *
     * @param application as which its holder signs in
     */
    record Due(String groupId, String credentialId, AzureApplication application) {}

    /** Takes secrets of Azure's that were not asked for since {@code before}. */
    Uni<List<Due>> take(Instant before, Instant now, int most) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(TAKE, Object[].class)
                        .setParameter("before", before)
                        .setParameter("now", now)
                        .setParameter("most", most)
                        .getResultList()
                        .map(rows -> rows.stream().map(ExpiryStore::due).toList())));
    }

    /** Remembers when a secret ends, and has the project looked at if that is news. Nothing of a secret that is forgotten by now. */
    Uni<Void> know(Due due, Instant endsAt) {
        return Panache.withTransaction(() -> keyUses.lockProject(due.groupId())
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(KNOW, String.class)
                        .setParameter("id", due.credentialId())
                        .setParameter("endsAt", endsAt.truncatedTo(ChronoUnit.MILLIS))
                        .getResultList())
                .chain(changed -> changed.isEmpty() ? Uni.createFrom().voidItem() : watch.look(due.groupId())));
    }

    private static Due due(Object[] row) {
        var access = new AccessColumns(null, null, (String) row[2]).read("AZURE");
        return new Due((String) row[0], (String) row[1], (AzureApplication) access);
    }
}
