package io.keyward.validation.keyuse;

import io.keyward.validation.check.KeyPath;
import io.keyward.validation.keyuse.KeyUse.LastCheck;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads key uses, and settles what a check has taught. Every method takes part in the caller's transaction, or opens one of its own. */
@ApplicationScoped
public class KeyUseStore {
    private static final String LOCK_PROJECT = "select 1 from pg_advisory_xact_lock(hashtextextended(:groupId, 0))";
    private static final String LIVE_OF_PROJECT =
            "from KeyUseEntity where groupId = :groupId and retiredAt is null order by id";
    private static final String PRIVATE_PROVIDERS =
            "select private_providers from project_encryption where group_id = :groupId";
    private static final String PULL_NEARER = """
        with pulled as materialized (
            select key_use_id, lease_until > clock_timestamp() as under_way from key_use
            where group_id = :groupId and retired_at is null
            order by key_use_id for no key update)
        update key_use k
        set next_due_at = case when pulled.under_way then :now
                else least(k.next_due_at, greatest(cast(:now as timestamptz), k.checked_at + make_interval(secs => :seconds))) end,
            lease_token = null, lease_until = null
        from pulled where k.key_use_id = pulled.key_use_id
        returning k.key_use_id\
        """;
    private static final String CHECKED =
            "from KeyUseEntity where id = :id and leaseToken = :token and configRevision = :revision and retiredAt is"
                    + " null";

    /**
     * Until the transaction ends, nobody else changes the keys or the clusters of the project. Taken before any row of the project is touched, so that a
     * cluster that appears while its key is condemned is seen by one side or the other.
     */
    public Uni<Void> lockProject(String groupId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_PROJECT, Integer.class)
                        .setParameter("groupId", groupId)
                        .getSingleResult())
                .replaceWithVoid());
    }

    /** The providers whose keys the project wants reached over private endpoints only. */
    public Uni<Set<String>> privateProviders(String groupId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PRIVATE_PROVIDERS, String.class)
                        .setParameter("groupId", groupId)
                        .getSingleResultOrNull())
                .map(providers -> providers == null || providers.isEmpty() ? Set.of() : Set.of(providers.split(","))));
    }

    /** The key uses of a project that have not ended. */
    public Uni<List<KeyUse>> ofProject(String groupId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createQuery(LIVE_OF_PROJECT, KeyUseEntity.class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(KeyUseStore::records));
    }

    /**
     * Brings every key use of a project to its way. One with another way than before is due at {@code now}, and a check that is under way on the old one
     * no longer counts. Takes part in the caller's transaction, under the project's lock.
     */
    public Uni<Void> reroute(String groupId, Function<Reach, KeyPath> pathOf, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LIVE_OF_PROJECT, KeyUseEntity.class)
                        .setParameter("groupId", groupId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .invoke(rows -> rows.forEach(row -> reroute(row, pathOf, now)))
                .replaceWithVoid();
    }

    private static void reroute(KeyUseEntity row, Function<Reach, KeyPath> pathOf, Instant now) {
        var path = pathOf.apply(new Reach(row.provider, row.region, row.privateNetworking));
        if (!path.equals(row.toRecord().path())) {
            row.goBy(path);
            row.isReachedAnew(now);
        }
    }

    /**
     * Locks the key use for a result, if that still counts: the check's lease holds, the way to the key is the one that was checked, and nothing that
     * started later was recorded before. Empty otherwise: the result is dropped.
     */
    public Uni<Optional<KeyUse>> lockForResult(KeyUse checked, Instant startedAt) {
        return Panache.getSession()
                .chain(session -> session.createQuery(CHECKED, KeyUseEntity.class)
                        .setParameter("id", checked.id())
                        .setParameter("token", checked.leaseToken())
                        .setParameter("revision", checked.configRevision())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> found.checkedAt == null || found.checkedAt.isBefore(startedAt))
                        .map(KeyUseEntity::toRecord));
    }

    /** Writes a result to a key use that {@link #lockForResult} answered in this transaction, and gives its lease back. */
    public Uni<Void> settle(String keyUseId, Settlement settlement) {
        return Panache.getSession()
                .chain(session -> session.find(KeyUseEntity.class, keyUseId))
                .invoke(row -> write(row, settlement))
                .replaceWithVoid();
    }

    /**
     * Sees to it that no key of the project is checked later than {@code interval} after it was last. Checks that are under way were begun with another
     * interval in mind: they no longer count, and are made anew. Takes part in the caller's transaction, under the project's lock.
     */
    public Uni<Void> pullNearer(String groupId, Duration interval, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PULL_NEARER, String.class)
                        .setParameter("groupId", groupId)
                        .setParameter("now", now)
                        .setParameter("seconds", (double) interval.toSeconds())
                        .getResultList())
                .replaceWithVoid();
    }

    /** Forgets what the keys of a project that is gone were tried with. Takes part in the caller's transaction, under the project's lock. */
    public Uni<Void> forgetProbes(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update KeyUseEntity set probe = null where groupId = :groupId")
                        .setParameter("groupId", groupId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void write(KeyUseEntity row, Settlement settlement) {
        row.stand(settlement.standing());
        row.explanation = settlement.explanation();
        row.revision = settlement.revision();
        row.checkedAt = settlement.lastCheck().at();
        row.lastOutcome = settlement.lastCheck().outcome();
        row.lastReason = settlement.lastCheck().reason();
        row.unanswered = settlement.lastCheck().unanswered();
        row.lastCheckId = settlement.historyId();
        row.repeats = 0;
        row.life = KeyLifeEntity.of(settlement.life());
        if (settlement.rotationAsked()) {
            row.rotationLookedAt = row.checkedAt;
        }
        var probe = settlement.freshProbe();
        if (probe != null) {
            row.probe = probe.ciphertext();
        }
        row.setAsideAt = null;
        row.becomeDue(dueAfter(row.hintedAt, settlement));
        row.hintedAt = leftOf(row.hintedAt, settlement.lastCheck());
    }

    /** A hint that came after the check had started is still to be looked into. */
    private static Instant dueAfter(@Nullable Instant hintedAt, Settlement settlement) {
        var due = settlement.nextDue();
        return hintedAt != null && hintedAt.isAfter(settlement.lastCheck().at()) && hintedAt.isBefore(due)
                ? hintedAt
                : due;
    }

    /** And so is one that the check found nothing out about. */
    private static @Nullable Instant leftOf(@Nullable Instant hintedAt, LastCheck check) {
        boolean isLeft = hintedAt != null && (hintedAt.isAfter(check.at()) || check.unanswered() > 0);
        return isLeft ? hintedAt : null;
    }

    private static List<KeyUse> records(List<KeyUseEntity> rows) {
        return rows.stream().map(KeyUseEntity::toRecord).toList();
    }
}
