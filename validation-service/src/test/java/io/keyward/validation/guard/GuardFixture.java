package io.keyward.validation.guard;

import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Tenants, each of an organisation of its own, and what happens to all of them at once. */
@ApplicationScoped
public class GuardFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DUE =
            "select 1 from key_use where retired_at is null and (next_due_at <= now() or lease_token is not null and lease_until > now()) limit 1";

    private final Parts parts;
    private final KeyUseFixture configurations;
    private final SweepFixture sweep;
    private final Database database;
    private final CanaryReport canary;
    private Replica replica;

    GuardFixture(
            Parts parts, KeyUseFixture configurations, SweepFixture sweep, Database database, CanaryReport canary) {
        this.parts = parts;
        this.configurations = configurations;
        this.sweep = sweep;
        this.database = database;
        this.canary = canary;
        this.replica = parts.replica();
    }

    /** A project with a key of its own. */
    public record Tenant(String groupId, String keyUseId, String key) {

        void revoke() {
            TestCloud.disable(key);
        }
    }

    /** Nothing that other tests left behind counts any more. */
    void reset() {
        database.query("update key_use set retired_at = now() where retired_at is null");
        database.query("update guard set state = 'CLEAR', keys_counted_at = null");
        database.query("update guard_canary set failed_at = null, recovered_at = null");
        database.query("update operator_alert set closed_at = now() where closed_at is null");
    }

    /** Tenants whose keys were seen to work. */
    List<Tenant> tenants(int count) {
        var tenants = IntStream.range(0, count)
                .mapToObj(i -> tenant(TestCloud.createKey()))
                .toList();
        checkAll();
        return tenants;
    }

    private Tenant tenant(String key) {
        var tenant = new Tenant(ObjectIds.next(), ObjectIds.next(), key);
        database.query(
                "insert into project (group_id, org_id, name, state, revision) values (?, ?, 'orders', 'ACTIVE', 1)",
                tenant.groupId(),
                ObjectIds.next());
        configurations.configure(tenant.groupId(), 1, TestCloud.use(tenant.keyUseId(), key));
        return tenant;
    }

    /** The next scheduled check of every key. */
    void checkAll() {
        database.query("update key_use set next_due_at = now() - interval '1 second' where retired_at is null");
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> {
                    sweep.wake();
                    return database.query(DUE).isEmpty();
                });
    }

    /** The same twice, far enough apart for a suspicion to be confirmed. */
    void checkAllTwice() {
        checkAll();
        letSuspicionsAge();
        checkAll();
    }

    /** As if the first answers that are suspected for had come some minutes ago. */
    void letSuspicionsAge() {
        database.query("update key_use set suspected_since = suspected_since - interval '6 minutes',"
                + " definite_since = definite_since - interval '6 minutes' where retired_at is null");
    }

    /** Another process takes over. */
    void restart() {
        replica = parts.replica();
    }

    /** What happens at the next tick. */
    void look() {
        run(replica.sweep::look);
    }

    void canaryFailed(String explanation) {
        run(() -> canary.failed(Instant.now(), explanation));
    }

    void canaryWorks() {
        run(() -> canary.assumed(Instant.now()));
    }

    /** Key uses about to be condemned, next to others that were a moment ago. Their keys are in no cloud. */
    List<KeyUse> contenders(int condemned, int count) {
        var all = IntStream.range(0, condemned + count)
                .mapToObj(i -> tenant("arn:aws:kms:us-east-1:111122223333:key/" + ObjectIds.next()))
                .toList();
        all.subList(0, condemned)
                .forEach(tenant -> database.query(
                        "update key_use set verdict = 'REVOKED', reason = 'KEY_DISABLED', since = now() where key_use_id = ?",
                        tenant.keyUseId()));
        return all.subList(condemned, all.size()).stream()
                .map(tenant -> keyUse(tenant.groupId()))
                .toList();
    }

    /** The same keys, suspected by a check that long ago. */
    List<KeyUse> suspected(List<KeyUse> uses, Duration ago) {
        var at = Timestamp.from(Instant.now().minus(ago));
        uses.forEach(use -> database.query(
                "update key_use set suspected_since = ?, suspected_last = ?, suspect_checks = 1 where key_use_id = ?",
                at,
                at,
                use.id()));
        return uses.stream().map(use -> keyUse(use.groupId())).toList();
    }

    private KeyUse keyUse(String groupId) {
        return run(() -> parts.keyUses().ofProject(groupId)).getFirst();
    }

    /** Condemns each of them in a transaction of its own, as far as the guard lets it, all at once; answers whom it let. */
    List<Boolean> condemnAtOnce(List<KeyUse> uses) {
        return run(() -> Uni.join()
                .all(uses.stream()
                        .map(use -> ContextHop.onNewContext(parts.vertx(), () -> condemn(use)))
                        .toList())
                .andFailFast());
    }

    private Uni<Boolean> condemn(KeyUse use) {
        return Panache.withTransaction(() -> parts.keyUses()
                .lockProject(use.groupId())
                .chain(() -> replica.guard.admit(use, Instant.now()))
                .call(admitted -> Panache.getSession().chain(session -> session.createNativeQuery(
                                admitted
                                        ? "update key_use set verdict = 'REVOKED', reason = 'KEY_DISABLED', since = now() where key_use_id = :id"
                                        : "update key_use set held_since = now() where key_use_id = :id")
                        .setParameter("id", use.id())
                        .executeUpdate())));
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** One process: it keeps nothing in memory but this. */
    private record Replica(CondemnationGuard guard, GuardSweep sweep) {}

    /** What a process is made of. */
    @ApplicationScoped
    static class Parts {
        private final SuspectStore suspects;
        private final GuardNews news;
        private final KeyUseStore keyUses;
        private final Clock clock;
        private final Vertx vertx;

        Parts(SuspectStore suspects, GuardNews news, KeyUseStore keyUses, Clock clock, Vertx vertx) {
            this.suspects = suspects;
            this.news = news;
            this.keyUses = keyUses;
            this.clock = clock;
            this.vertx = vertx;
        }

        Replica replica() {
            var store = new GuardStore(suspects, news);
            var meters = new SimpleMeterRegistry();
            return new Replica(new CondemnationGuard(store, meters), new GuardSweep(store, clock, meters));
        }

        KeyUseStore keyUses() {
            return keyUses;
        }

        Vertx vertx() {
            return vertx;
        }
    }
}
