package io.keyward.validation.guard;

import io.keyward.validation.guard.rules.GuardPolicy;
import io.keyward.validation.guard.rules.GuardState;
import io.keyward.validation.guard.rules.Suspects;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts what looks bad in the whole installation, in the caller's transaction: one statement over the few rows that do, once the keys in use are counted. */
@ApplicationScoped
class SuspectStore {
    /** Released by an operator, and about what is suspected now: a later suspicion is another matter. */
    private static final String VOUCHED_FOR = """
            (k.released_at is not null and k.released_at > :vouching
              and (k.suspected_since is null or k.suspected_since <= k.released_at))""";

    /** A key's name without its region: the regions of a multi-Region key are taken away together. */
    private static final String NAME = "regexp_replace(k.key, '^arn:[^:]*:kms:[^:]*:', '')";

    private static final String GLANCE = "select g.state, " + VOUCHED_FOR
            + ", case when g.keys_counted_at > :counted then g.keys_in_use end"
            + " from guard g cross join key_use k where g.id = 1 and k.key_use_id = :id";
    private static final String COUNT = """
            select count(distinct s.name), count(distinct s.organization), count(*) filter (where s.held_since is not null),
                   case when :anew then (select count(distinct %1$s) from key_use k where k.retired_at is null) else :known end,
                   (select cast(extract(epoch from c.failed_at) * 1000 as bigint) from guard_canary c where c.id = 1)
            from (select %1$s as name, coalesce(p.org_id, k.group_id) as organization, k.held_since
                  from key_use k left join project p on p.group_id = k.group_id
                  where k.retired_at is null
                    and (k.held_since is not null or k.suspected_last > :from or k.verdict = 'REVOKED' and k.since > :from
                      or k.key_use_id = :id)
                    and not %2$s) s""".formatted(NAME, VOUCHED_FOR);

    private static final String COUNT_KEYS = """
            update guard set keys_in_use = (select count(distinct %s) from key_use k where k.retired_at is null), keys_counted_at = :now
            where id in (select g.id from guard g where g.id = 1 and (g.keys_counted_at is null or g.keys_counted_at <= :before)
                for update skip locked)
            returning id""".formatted(NAME);

    private final GuardPolicy policy;

    SuspectStore(GuardConfig config, ConfirmationConfig confirmation) {
        this.policy = GuardConfig.policyOf(config, confirmation);
    }

    GuardPolicy policy() {
        return policy;
    }

    /**
     * What is known of a key that is to be condemned without counting.
     *
     * @param vouchedFor whether an operator released it for what is suspected of it now
     * @param keysInUse how many there are; null when nobody has counted them lately
     */
    record Glance(
            GuardState state, boolean vouchedFor, @Nullable Integer keysInUse) {}

    /** @param countedAfter keys that were counted earlier are counted too long ago */
    Uni<Glance> glance(String keyUseId, Instant countedAfter, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GLANCE, Object[].class)
                        .setParameter("id", keyUseId)
                        .setParameter("vouching", policy.vouchingBefore(now))
                        .setParameter("counted", countedAfter)
                        .getSingleResult())
                .map(row -> new Glance(GuardState.valueOf((String) row[0]), (Boolean) row[1], (Integer) row[2]));
    }

    /**
     * @param known how many keys were in use when that was counted last; null to count them anew
     * @param keyUseId counts whatever is known of it; null when there is none
     */
    Uni<Suspects> count(@Nullable String keyUseId, @Nullable Integer known, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter("id", keyUseId == null ? "" : keyUseId)
                        .setParameter("anew", known == null)
                        .setParameter("known", known == null ? 0 : known)
                        .setParameter("from", policy.windowBefore(now))
                        .setParameter("vouching", policy.vouchingBefore(now))
                        .getSingleResult())
                .map(SuspectStore::suspects);
    }

    /**
     * Remembers how many keys there are, in a transaction of its own. Never waits for whoever holds the guard's row.
     *
     * @param before keys that were counted later are not counted again
     */
    Uni<Void> countKeys(Instant before, Instant now) {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(COUNT_KEYS, Integer.class)
                                .setParameter("before", before)
                                .setParameter("now", now)
                                .getResultList()))
                .replaceWithVoid();
    }

    private static Suspects suspects(Object[] row) {
        var canaryFailedAt = row[4] == null ? null : Instant.ofEpochMilli(((Number) row[4]).longValue());
        return new Suspects(number(row[0]), number(row[1]), number(row[2]), number(row[3]), canaryFailedAt);
    }

    private static int number(Object count) {
        return Math.toIntExact(((Number) count).longValue());
    }
}
