package io.keyward.validation.keyuse;

import io.keyward.messaging.Revisions;
import io.keyward.validation.verdict.VerdictRules;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Key uses whose condemnation is held back: shows them, and lets them go when somebody decided. Takes part in the caller's session and transaction. */
@ApplicationScoped
public class HeldKeyStore {
    private static final String HELD = "from KeyUseEntity where heldSince is not null and retiredAt is null";
    private static final String CHOSEN = HELD + " and heldSince <= :until and (:all = true or id in :ids)";

    private final Revisions revisions;

    HeldKeyStore(Revisions revisions) {
        this.revisions = revisions;
    }

    /**
     * One page of them, and how many there are in all.
     *
     * @param total on all pages
     */
    public record Slice(List<KeyUse> keyUses, long total) {}

    /** Those that are held for the longest time first. */
    public Uni<Slice> page(long offset, int limit) {
        return Panache.getSession()
                .chain(session -> session.createQuery(HELD + " order by heldSince, id", KeyUseEntity.class)
                        .setFirstResult(Math.toIntExact(offset))
                        .setMaxResults(limit)
                        .getResultList()
                        .chain(rows -> session.createQuery("select count(*) " + HELD, Long.class)
                                .getSingleResult()
                                .map(total -> new Slice(records(rows), total))));
    }

    /**
     * Some of them.
     *
     * @param ids of key uses, held or not; all that are held when there are none
     * @param until those that came to be held later are left alone
     */
    public record Choice(Set<String> ids, Instant until) {
        private <T> Mutiny.SelectionQuery<T> on(Mutiny.SelectionQuery<T> query) {
            return query.setParameter("until", until)
                    .setParameter("all", ids.isEmpty())
                    .setParameter("ids", ids.isEmpty() ? Set.of("") : ids);
        }
    }

    /** How many of them are held. */
    public Uni<Long> count(Choice choice) {
        return Panache.getSession()
                .chain(session -> choice.on(session.createQuery("select count(*) " + CHOSEN, Long.class))
                        .getSingleResult());
    }

    /**
     * Lets up to {@code limit} of them be condemned: each is due at once, and a check that is under way no longer counts. One whose result is being
     * recorded this moment is left out.
     *
     * @return them as they stand now, with the revision of the event that the caller owes
     */
    public Uni<List<KeyUse>> release(Choice choice, int limit, Instant now) {
        return chosen(choice, limit, row -> {
            row.stand(VerdictRules.released(row.standing(), now));
            row.releasedAt = now;
            row.becomeDue(now);
        });
    }

    /** The same, but nothing is suspected of them any more. */
    public Uni<List<KeyUse>> refuse(Choice choice, int limit, Instant now) {
        return chosen(choice, limit, row -> {
            row.stand(VerdictRules.refused(row.standing()));
            row.releasedAt = null;
            row.becomeDue(now);
        });
    }

    private Uni<List<KeyUse>> chosen(Choice choice, int limit, Consumer<KeyUseEntity> decision) {
        return Panache.getSession().chain(session -> choice.on(
                        session.createQuery(CHOSEN + " order by id", KeyUseEntity.class))
                .setMaxResults(limit)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList()
                .invoke(rows -> rows.forEach(decision.andThen(row -> row.revision = revisions.next(row.revision))))
                .call(session::flush)
                .map(HeldKeyStore::records));
    }

    private static List<KeyUse> records(List<KeyUseEntity> rows) {
        return rows.stream().map(KeyUseEntity::toRecord).toList();
    }
}
