package io.keyward.endpoint.region;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Hands out regions under a lease, and takes back how a look ended as long as that lease holds. What is due is a question to the injected clock; how long a
 * lease lasts is one to the database's, because replicas have to agree on it.
 */
@ApplicationScoped
public class RegionStore {
    private static final String WATCH = """
            insert into region_look (provider, region, next_look_at) values (:provider, :region, :now)
            on conflict (provider, region) do nothing returning region""";

    /** A region in trouble waits out its pause, whoever is due there. */
    private static final String CLAIM_DUE = """
            with due as materialized (
                select r.provider, r.region, %1$s as waited_for from region_look r
                where r.provider in (:providers) and (r.lease_until is null or r.lease_until < clock_timestamp())
                  and (r.next_look_at <= :now or r.failures = 0 and %1$s)
                order by r.next_look_at limit :limit
                for update of r skip locked)
            update region_look r
            set lease_token = cast(:token as uuid),
                lease_until = clock_timestamp() + make_interval(secs => :lease * (1 + random() / 10))
            from due where r.provider = due.provider and r.region = due.region
            returning r.provider, r.region, case when r.digest_at > :fresh then r.digest end, r.failures, due.waited_for""".formatted("""
            exists (select 1 from endpoint e where e.provider = r.provider and e.region = r.region
                    and e.next_look_at <= :now and e.state <> 'DELETED')""");

    private static final String CONCLUDE = """
            update region_look r
            set digest = nullif(:digest, ''), failures = :failures,
                digest_at = case when :complete then cast(:began as timestamptz) else digest_at end,
                orphans = case when :complete then :orphans else orphans end,
                seen_at = case when :seen then cast(:began as timestamptz) else seen_at end,
                trouble = nullif(:trouble, ''),
                trouble_since = case when :trouble = '' then null else coalesce(trouble_since, :now) end,
                next_look_at = case
                    when exists (select 1 from endpoint e
                        where e.provider = r.provider and e.region = r.region and e.state <> 'DELETED')
                    then cast(:next as timestamptz) else greatest(:next, cast(:unused as timestamptz)) end,
                lease_token = null, lease_until = null
            where provider = :provider and region = :region and lease_token = cast(:token as uuid)
            returning region""";

    private static final String RENEW = """
            update region_look
            set lease_until = clock_timestamp() + make_interval(secs => :lease)
            where provider = :provider and region = :region and lease_token = cast(:token as uuid)
            returning region""";

    private static final String HEALTH = """
            select provider, region, cast(extract(epoch from seen_at) * 1000 as bigint), trouble,
                cast(extract(epoch from trouble_since) * 1000 as bigint), failures, orphans
            from region_look""";

    /**
     * On what terms regions are handed out.
     *
     * @param limit how many at most
     * @param lease how long they are held
     * @param digest how old a digest may be: what was seen before is read anew, whatever is seen now
     */
    public record Terms(int limit, Duration lease, Duration digest) {}

    /** Sees to it that a region is looked at from now on. Takes part in the caller's transaction. */
    public Uni<Void> watch(Place place, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WATCH, String.class)
                        .setParameter("provider", place.provider())
                        .setParameter("region", place.region())
                        .setParameter("now", now)
                        .getResultList())
                .replaceWithVoid();
    }

    /**
     * Takes the regions that are due at {@code now}, themselves or for an endpoint's sake, unless somebody has them already: one statement for all.
     *
     * @param token of these looks; a new one
     * @param providers those that can be asked
     * @param terms how many, for how long, and how old a digest may be
     */
    public Uni<List<ClaimedRegion>> claimDue(UUID token, Collection<String> providers, Instant now, Terms terms) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        CLAIM_DUE, Object[].class)
                .setParameter("token", token.toString())
                .setParameter("providers", providers)
                .setParameter("now", now)
                .setParameter("limit", terms.limit())
                .setParameter("lease", seconds(terms.lease()))
                .setParameter("fresh", now.minus(terms.digest()))
                .getResultList()
                .map(rows -> rows.stream().map(row -> claimed(token, row)).toList())));
    }

    private static ClaimedRegion claimed(UUID token, Object[] row) {
        return new ClaimedRegion(
                token, place(row), (String) row[2], ((Number) row[3]).intValue(), Boolean.TRUE.equals(row[4]));
    }

    /**
     * Prolongs the lease.
     *
     * @return whether it is still ours: if so, nobody had the region in between
     */
    public Uni<Boolean> renew(ClaimedRegion claimed, Duration lease) {
        return Panache.withTransaction(() -> ofLease(RENEW, claimed)
                .chain(query -> query.setParameter("lease", seconds(lease)).getResultList())
                .map(rows -> !rows.isEmpty()));
    }

    /**
     * Records how a look ended, and gives the region back: one statement.
     *
     * @param unused until the next look if no endpoint is recorded there any more
     * @return whether the lease still held; nothing is recorded if not
     */
    public Uni<Boolean> conclude(ClaimedRegion claimed, Conclusion conclusion, Instant now, Duration unused) {
        return Panache.withTransaction(() -> ofLease(CONCLUDE, claimed)
                .chain(query -> query.setParameter("digest", conclusion.digest())
                        .setParameter("complete", conclusion.isComplete())
                        .setParameter("orphans", conclusion.orphans())
                        .setParameter("failures", conclusion.failures())
                        .setParameter("seen", conclusion.isSeen())
                        .setParameter("began", conclusion.began())
                        .setParameter("trouble", conclusion.troubleOrNone())
                        .setParameter("now", now)
                        .setParameter("next", now.plus(conclusion.pause()))
                        .setParameter("unused", now.plus(unused))
                        .getResultList())
                .map(rows -> !rows.isEmpty()));
    }

    private static Uni<SelectionQuery<String>> ofLease(String sql, ClaimedRegion claimed) {
        return Panache.getSession().map(session -> session.createNativeQuery(sql, String.class)
                .setParameter("provider", claimed.place().provider())
                .setParameter("region", claimed.place().region())
                .setParameter("token", claimed.token().toString()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** How every region answers that was ever looked at. */
    public Uni<Map<Place, RegionHealth>> health() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(HEALTH, Object[].class).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(RegionStore::place, RegionStore::healthOf))));
    }

    private static RegionHealth healthOf(Object[] row) {
        return new RegionHealth(
                instant(row[2]),
                (String) row[3],
                instant(row[4]),
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue());
    }

    private static @Nullable Instant instant(@Nullable Object millis) {
        return millis instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : null;
    }

    private static Place place(Object[] row) {
        return new Place((String) row[0], (String) row[1]);
    }
}
