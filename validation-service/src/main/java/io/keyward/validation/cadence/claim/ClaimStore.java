package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.CadenceConfig;
import io.keyward.validation.cadence.claim.Room.Places;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.check.CheckConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out checks under a lease. What is due is a question to the injected clock; how long a lease lasts is a question to the database's, because
 * replicas have to agree on it. Leases differ a little in length, so that the work of a dead replica does not come back all at once.
 *
 * <p>Each claim is one statement and its own transaction. It steps from region to region along the index of what is due, and takes a like share of each
 * that has something due and room: however much is due in one that has no room, nobody waits behind it. What is urgent is found first, and has places of
 * its own.
 */
@ApplicationScoped
public class ClaimStore {
    /** The condition of the index that finds them. */
    private static final String URGENT =
            "(k.hinted_at is not null or k.suspected_since is not null and k.held_since is null)";

    private static final String CLAIM_DUE = """
            with recursive region(name) as (
                (select region from key_use where retired_at is null order by region limit 1)
                union all
                select (select k.region from key_use k where k.retired_at is null and k.region > r.name order by k.region limit 1)
                from region r where r.name is not null),
            place as materialized (
                select r.name, coalesce(f.room, $4) as room, coalesce(f.urgent, $5) as urgent
                from region r left join unnest($6::text[], $7::int[], $8::int[]) as f(name, room, urgent) on f.name = r.name
                where r.name is not null),
            open as materialized (
                select p.name, p.room from place p
                where p.room > 0 and exists (select 1 from key_use k where k.retired_at is null and k.region = p.name and k.next_due_at <= $2)),
            urgent as materialized (
                select d.* from place p cross join lateral (
                    select k.key_use_id, k.provider || '/' || k.region || '/' || k.account as lane, k.next_due_at, true as ahead
                    from key_use k
                    where k.retired_at is null and k.region = p.name and k.next_due_at <= $2
                      and %s
                      and (k.lease_until is null or k.lease_until < clock_timestamp())
                    order by k.next_due_at limit p.urgent
                    for no key update skip locked) d),
            due as materialized (
                select d.* from open o cross join lateral (
                    select k.key_use_id, k.provider || '/' || k.region || '/' || k.account as lane, k.next_due_at,
                           %s as ahead
                    from key_use k
                    where k.retired_at is null and k.region = o.name and k.next_due_at <= $2
                      and (k.lease_until is null or k.lease_until < clock_timestamp())
                    order by k.next_due_at limit least(o.room, greatest(1, $3 / (select count(*) from open)))
                    for no key update skip locked) d),
            placed as materialized (
                select n.key_use_id, n.nth <= case when n.ahead then coalesce(f.urgent, $10) else coalesce(f.room, $9) end as fits, f.until
                from (select key_use_id, lane, ahead, row_number() over (partition by lane, ahead order by next_due_at) as nth
                      from (select * from urgent union select * from due) as either) n
                left join unnest($11::text[], $12::int[], $13::int[], $14::timestamptz[]) as f(lane, room, urgent, until) on f.lane = n.lane),
            put_off as (
                update key_use k set next_due_at = (select p.until from placed p where p.key_use_id = k.key_use_id)
                where k.key_use_id = any (array(select key_use_id from placed where not fits and until is not null)))
            update key_use k
            set lease_token = $1, lease_until = clock_timestamp() + make_interval(secs => $15::float8 * (1 + random() / 10))
            where k.key_use_id = any (array(select key_use_id from placed where fits))
            returning\
            """.replace("%s", URGENT) + " " + DueRow.COLUMNS;
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
    private final SetAsideStore setAside;
    private final CadenceConfig config;
    private final Duration longestCheck;

    ClaimStore(Pool pool, SetAsideStore setAside, CadenceConfig config, CheckConfig checks) {
        this.pool = pool;
        this.setAside = setAside;
        this.config = config;
        this.longestCheck = checks.timeLimit();
    }

    /** Takes key uses that are due at {@code now} and that nobody checks, as many as there is room for, those that are due longest first. */
    public Uni<List<DueCheck>> claimDue(Instant now, Room room) {
        var lanes = room.lanes();
        var parameters = Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addOffsetDateTime(utc(now))
                .addInteger(room.limit())
                .addInteger(room.perRegion().inTurn())
                .addInteger(room.perRegion().urgent())
                .addArrayOfString(room.regions().keySet().toArray(String[]::new))
                .addArrayOfInteger(column(room.regions().values(), Places::inTurn))
                .addArrayOfInteger(column(room.regions().values(), Places::urgent))
                .addInteger(room.perLane().inTurn())
                .addInteger(room.perLane().urgent())
                .addArrayOfString(lanes.keySet().stream().map(Lane::spelling).toArray(String[]::new))
                .addArrayOfInteger(column(lanes.values(), lane -> lane.places().inTurn()))
                .addArrayOfInteger(column(lanes.values(), lane -> lane.places().urgent()))
                .addArrayOfOffsetDateTime(
                        lanes.values().stream().map(lane -> utc(lane.until())).toArray(OffsetDateTime[]::new))
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
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> Claimed.read(rows, now, startBy, rotationBefore))
                .chain(claimed -> setAside.add(claimed.unreadable(), parameters.getUUID(0), now)
                        .replaceWith(claimed.checks()));
    }

    private static <T> Integer[] column(Collection<T> rooms, Function<T, Integer> places) {
        return rooms.stream().map(places).toArray(Integer[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
