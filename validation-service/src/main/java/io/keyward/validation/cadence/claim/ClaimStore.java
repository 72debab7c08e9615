package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.CadenceConfig;
import io.keyward.validation.cadence.claim.Room.LaneRoom;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.check.CheckConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands out checks under a lease. What is due is a question to the injected clock; how long a lease lasts is a question to the database's, because
 * replicas have to agree on it. Leases differ a little in length, so that the work of a dead replica does not come back all at once.
 *
 * <p>Each claim is one statement and its own transaction. It steps from region to region along the index of what is due, and takes a like share of each
 * that has something due and room: however much is due in one that has no room, nobody waits behind it.
 */
@ApplicationScoped
public class ClaimStore {
    private static final String CLAIM_DUE = """
            with recursive region(name) as (
                (select region from key_use where retired_at is null order by region limit 1)
                union all
                select (select k.region from key_use k where k.retired_at is null and k.region > r.name order by k.region limit 1)
                from region r where r.name is not null),
            open as materialized (
                select r.name, coalesce(f.room, $4) as room
                from region r left join unnest($5::text[], $6::int[]) as f(name, room) on f.name = r.name
                where r.name is not null and coalesce(f.room, $4) > 0
                  and exists (select 1 from key_use k where k.retired_at is null and k.region = r.name and k.next_due_at <= $2)),
            due as materialized (
                select d.* from open o cross join lateral (
                    select k.key_use_id, k.provider || '/' || k.region || '/' || k.account as lane, k.next_due_at
                    from key_use k
                    where k.retired_at is null and k.region = o.name and k.next_due_at <= $2
                      and (k.lease_until is null or k.lease_until < clock_timestamp())
                    order by k.next_due_at limit least(o.room, greatest(1, $3 / (select count(*) from open)))
                    for no key update skip locked) d),
            placed as materialized (
                select n.key_use_id, n.nth <= coalesce(f.room, $7) as fits, f.until
                from (select key_use_id, lane, row_number() over (partition by lane order by next_due_at) as nth from due) n
                left join unnest($8::text[], $9::int[], $10::timestamptz[]) as f(lane, room, until) on f.lane = n.lane),
            put_off as (
                update key_use k set next_due_at = (select p.until from placed p where p.key_use_id = k.key_use_id)
                where k.key_use_id = any (array(select key_use_id from placed where not fits and until is not null)))
            update key_use k
            set lease_token = $1, lease_until = clock_timestamp() + make_interval(secs => $11::float8 * (1 + random() / 10))
            where k.key_use_id = any (array(select key_use_id from placed where fits))
            returning\
            """ + " " + DueRow.COLUMNS;
    private static final String CLAIM_ONE = """
            update key_use k
            set lease_token = $1, lease_until = clock_timestamp() + make_interval(secs => $2::float8 * (1 + random() / 10))
            where k.key_use_id = $3 and k.retired_at is null and ($4 or k.lease_until is null or k.lease_until < clock_timestamp())
            returning\
            """ + " " + DueRow.COLUMNS;
    private static final String PUT_OFF = """
        update key_use k
        set lease_token = null, lease_until = null, next_due_at = greatest(k.next_due_at, $3::timestamptz)
        from unnest($1::text[], $2::uuid[]) as g(id, token)
        where k.key_use_id = g.id and k.lease_token = g.token\
        """;

    private static final String OLDEST = """
        with recursive region(name) as (
            (select region from key_use where retired_at is null order by region limit 1)
            union all
            select (select k.region from key_use k where k.retired_at is null and k.region > r.name order by k.region limit 1)
            from region r where r.name is not null)
        select min(d.next_due_at) from region r cross join lateral (
            select k.next_due_at from key_use k where k.retired_at is null and k.region = r.name order by k.next_due_at limit 1) d\
        """;

    private final Pool pool;
    private final CadenceConfig config;
    private final Duration longestCheck;

    ClaimStore(Pool pool, CadenceConfig config, CheckConfig checks) {
        this.pool = pool;
        this.config = config;
        this.longestCheck = checks.timeLimit();
    }

    /** Takes key uses that are due at {@code now} and that nobody checks, as many as there is room for, those that are due longest first. */
    public Uni<List<DueCheck>> claimDue(Instant now, Room room) {
        var parameters = Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addOffsetDateTime(utc(now))
                .addInteger(room.limit())
                .addInteger(room.perRegion())
                .addArrayOfString(room.regions().keySet().toArray(String[]::new))
                .addArrayOfInteger(room.regions().values().toArray(Integer[]::new))
                .addInteger(room.perLane())
                .addArrayOfString(
                        room.lanes().keySet().stream().map(Lane::spelling).toArray(String[]::new))
                .addArrayOfInteger(
                        room.lanes().values().stream().map(LaneRoom::most).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(room.lanes().values().stream()
                        .map(lane -> utc(lane.until()))
                        .toArray(OffsetDateTime[]::new))
                .addDouble(seconds(config.lease()));
        return claim(CLAIM_DUE, parameters, now);
    }

    /**
     * Takes one key use, due or not.
     *
     * @param takeOver take it from whoever checks it now, whose result is dropped then
     * @return empty while somebody else checks it, and when it has ended
     */
    public Uni<Optional<DueCheck>> claim(String keyUseId, Instant now, boolean takeOver) {
        var parameters = Tuple.of(UUID.randomUUID(), seconds(config.lease()), keyUseId, takeOver);
        return claim(CLAIM_ONE, parameters, now).map(claimed -> claimed.stream().findFirst());
    }

    /** Gives checks back that were not begun, to become due again at {@code until}. */
    public Uni<Void> putOff(List<DueCheck> checks, Instant until) {
        var parameters = Tuple.tuple()
                .addArrayOfString(checks.stream().map(check -> check.use().id()).toArray(String[]::new))
                .addArrayOfUUID(
                        checks.stream().map(check -> check.use().leaseToken()).toArray(UUID[]::new))
                .addOffsetDateTime(utc(until));
        return pool.preparedQuery(PUT_OFF).execute(parameters).replaceWithVoid();
    }

    /** How long the check is overdue at {@code now} that is due longest; zero when none is. */
    public Uni<Duration> oldestDue(Instant now) {
        return pool.preparedQuery(OLDEST).execute().map(rows -> {
            @Nullable OffsetDateTime dueAt = rows.iterator().next().getOffsetDateTime(0);
            return dueAt == null || dueAt.toInstant().isAfter(now)
                    ? Duration.ZERO
                    : Duration.between(dueAt.toInstant(), now);
        });
    }

    private Uni<List<DueCheck>> claim(String sql, Tuple parameters, Instant now) {
        long startBy = System.nanoTime() + config.lease().minus(longestCheck).toNanos();
        var rotationBefore = now.minus(config.rotationLookEvery());
        return pool.preparedQuery(sql).execute(parameters).map(rows -> checks(rows, now, startBy, rotationBefore));
    }

    private static List<DueCheck> checks(RowSet<Row> rows, Instant now, long startBy, Instant rotationBefore) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new DueRow(row).toCheck(now, startBy, rotationBefore))
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
