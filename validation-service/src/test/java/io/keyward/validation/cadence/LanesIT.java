package io.keyward.validation.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.claim.ClaimStore;
import io.keyward.validation.cadence.claim.DueCheck.Why;
import io.keyward.validation.cadence.claim.Room;
import io.keyward.validation.keyuse.ChecksDue;
import io.keyward.validation.keyuse.HintStore;
import io.keyward.validation.keyuse.Hinted;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.recording.CheckRecord;
import io.keyward.validation.recording.RecordingStore;
import io.keyward.validation.recording.UnchangedStore;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sweeps side by side, and beside clouds that are slow, silent or busy. Each test has sweeps of its own, with the bounds that it is about. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class LanesIT {
    private static final String COUNT = "select count(*)::text from key_use where group_id = ? and ";
    private static final String TROUBLED = "eu-north-1";

    @Inject
    ClaimStore claims;

    @Inject
    CheckRunner runner;

    @Inject
    ResultRecorder recorder;

    @Inject
    Surroundings surroundings;

    @Inject
    HintStore hints;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    MeterRegistry meters;

    @Inject
    RecordingStore changes;

    @Inject
    UnchangedStore unchanged;

    @Inject
    Event<ChecksDue> checksDue;

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String other = ObjectIds.next();
    private final List<CheckSweep> sweeps = new ArrayList<>();
    private CheckRecord lastCheck;

    @BeforeEach
    void nothingElseIsDue() {
        database.query(
                "update key_use set next_due_at = now() + interval '1 day', lease_token = null, lease_until = null");
    }

    /** A sweep that is still at work would take what the next test means to claim. */
    @AfterEach
    void allIsWell() {
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        waiting().until(() -> sweeps.stream().allMatch(CheckSweep::isIdle));
    }

    @Rule("P2")
    @Test
    void aHangingRegionHoldsNobodyElse() {
        configure(Map.of(TROUBLED, 20, TestCloud.REGION, 20));
        disturb("HANG");

        sweep(Map.of("keyward.check.concurrency", "8", "keyward.check.region-concurrency", "4"))
                .wake();

        waiting().until(() -> count("region = 'us-east-1' and verdict = 'VALID'") == 20);
        assertThat(count("region = '" + TROUBLED + "' and verdict <> 'UNCHECKED'"))
                .isZero();
    }

    /** What holds the result is a transaction of somebody else's that does not end, as it does when a connection is lost without a word. */
    @Rule("V1")
    @Test
    void aResultThatCannotBeRecordedHoldsNobodyElse() throws SQLException {
        keyUses.configure(other, 1, TestCloud.use(ObjectIds.next(), TestCloud.createKey()));
        configure(Map.of(TestCloud.REGION, 2));
        database.query("update key_use set next_due_at = now() - interval '1 minute' where group_id = ?", groupId);
        try (var stuck = dataSource.getConnection()) {
            stuck.setAutoCommit(false);
            lockProject(stuck);
            var sweep = sweep(Map.of("keyward.check.concurrency", "1", "keyward.check.lease", "1s"));
            sweep.wake();

            waiting()
                    .until(() -> sweep.isIdle()
                            && database.one("select verdict from key_use where group_id = ?", other)
                                    .equals("VALID"));
            assertThat(count("verdict = 'UNCHECKED'")).isEqualTo(2);
            stuck.rollback();
        }
    }

    private void lockProject(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, groupId);
            lock.execute();
        }
    }

    @Test
    void aThrottledLaneIsAskedLessAndRecovers() {
        configure(Map.of(TROUBLED, 40));
        disturb("THROTTLE");
        var sweep = sweep(Map.of("keyward.check.lane-concurrency", "4", "keyward.check.lane-pause", "200ms"));

        sweep.wake();
        waiting().until(() -> count("last_reason = 'THROTTLED'") > 0 && sweep.isIdle());
        assertThat(count("last_reason = 'THROTTLED'")).isLessThanOrEqualTo(8);
        assertThat(count("lease_until > now()")).isZero();

        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        database.query("update key_use set next_due_at = now() where group_id = ?", groupId);
        waiting().until(() -> {
            sweep.wake();
            return count("verdict = 'VALID'") == 40;
        });
    }

    @Test
    void twoSweepsOverOneDatabaseCheckNothingTwice() {
        configure(Map.of(TestCloud.REGION, 30));
        var settings = Map.of("keyward.check.concurrency", "16");
        var one = sweep(settings);
        var other = sweep(settings);

        waiting().until(() -> {
            one.wake();
            other.wake();
            return count("next_due_at <= now()") == 0 && one.isIdle() && other.isIdle();
        });

        assertThat(database.query("select checks::text from key_check where group_id = ?", groupId))
                .hasSize(30)
                .containsOnly("1");
        assertThat(count("repeats = 0 and verdict = 'VALID'")).isEqualTo(30);
    }

    @Test
    void anUnchangedCheckCostsLessThanATenthOfAStatement() {
        configure(Map.of(TestCloud.REGION, 60));
        var sweep = sweep(Map.of());
        sweep.wake();
        waiting().until(() -> count("verdict = 'VALID'") == 60 && sweep.isIdle());
        database.query("update key_use set next_due_at = now() where group_id = ?", groupId);
        double before = statements();

        sweep.wake();

        waiting().until(() -> count("repeats = 1") == 60);
        assertThat(statements() - before).isLessThan(60 / 10);
    }

    @Rule("V11")
    @Test
    void aHintIsLookedIntoAtOnceEvenIfACheckIsUnderWay() throws Throwable {
        configure(Map.of(TestCloud.REGION, 1));
        var sweep = sweep(Map.of());
        var arn = database.one("select key from key_use where group_id = ?", groupId);
        database.query(
                "update key_use set checked_at = now() - interval '1 minute', next_due_at = now() + interval '1 hour'"
                        + " where group_id = ?",
                groupId);
        var underWay = VertxContextSupport.subscribeAndAwait(() -> claims.claim(
                database.one("select key_use_id from key_use where group_id = ?", groupId),
                surroundings.clock().instant(),
                false));
        var late = VertxContextSupport.subscribeAndAwait(() -> runner.runDue(underWay.orElseThrow()));

        assertThat(hint(Hinted.key("mrk-of-somebody-else"))).isZero();
        assertThat(hint(Hinted.key(arn))).isOne();
        VertxContextSupport.subscribeAndAwait(() -> recorder.record(late));

        assertThat(count("next_due_at <= now() + interval '1 second'")).isOne();
        TestCloud.disable(arn);
        waiting().until(() -> {
            sweep.wake();
            return database.query("select occasion from key_check where group_id = ? and outcome = 'REVOKED'", groupId)
                    .contains("HINTED");
        });
    }

    @Rule("V11")
    @Test
    void whatWasHintedAtIsLookedIntoBeforeAllThatIsDue() throws Throwable {
        configure(Map.of(TestCloud.REGION, 60));
        var changed = TestCloud.createKey();
        keyUses.configure(other, 1, TestCloud.use(ObjectIds.next(), changed));
        database.query("update key_use set next_due_at = now() - interval '1 hour' where group_id = ?", groupId);
        VertxContextSupport.subscribeAndAwait(() -> hints.hint(other, Hinted.key(changed)));

        sweep(Map.of("keyward.check.lane-concurrency", "2")).wake();

        waiting().until(() -> !firstCheckOf(other).isEmpty());
        assertThat(database.query(
                        "select id::text from key_check where group_id = ? and id < ?::bigint",
                        groupId,
                        firstCheckOf(other).getFirst()))
                .hasSizeLessThan(10);
        waiting().until(() -> count("verdict = 'VALID'") == 60);
    }

    @Rule("V11")
    @Test
    void aHintStaysUntilACheckHasFoundSomethingOut() throws Throwable {
        configure(Map.of(TROUBLED, 1));
        disturb("THROTTLE");
        hint(Hinted.key(database.one("select key from key_use where group_id = ?", groupId)));

        assertThat(checkNow()).isEqualTo(Why.HINT);
        assertThat(checkNow()).isEqualTo(Why.HINT);
        TestCloud.control("DELETE", "disturbances/" + groupId, "");
        assertThat(checkNow()).isEqualTo(Why.HINT);

        assertThat(database.query("select distinct occasion from key_check where group_id = ?", groupId))
                .containsExactly("HINTED");
        assertThat(checkNow()).isEqualTo(Why.TURN);
    }

    /** Released by an operator: the customer may have given the role back meanwhile, or taken it away. */
    @Rule({"V8", "V11"})
    @Test
    void aReleasedKeyIsCheckedWithASessionOfItsOwn() throws Throwable {
        configure(Map.of(TestCloud.REGION, 1));
        checkNow();
        assertThat(sessionsOf()).isOne();
        checkNow();
        assertThat(sessionsOf()).isZero();

        database.query("update key_use set released_at = now() where group_id = ?", groupId);

        assertThat(checkNow()).isEqualTo(Why.RELEASE);
        assertThat(sessionsOf()).isOne();
        assertThat(checkNow()).isEqualTo(Why.TURN);
    }

    /** Claims the one key use, checks it and records what came of it; answers why it was checked. */
    private Why checkNow() throws Throwable {
        database.query("update key_use set next_due_at = now() - interval '1 second' where group_id = ?", groupId);
        var due = VertxContextSupport.subscribeAndAwait(
                        () -> claims.claimDue(surroundings.clock().instant(), Room.any(1)))
                .getFirst();
        lastCheck = VertxContextSupport.subscribeAndAwait(() -> runner.runDue(due));
        VertxContextSupport.subscribeAndAwait(() -> lastCheck.isUnchanged()
                ? unchanged.record(List.of(lastCheck)).replaceWithVoid()
                : recorder.record(lastCheck).replaceWithVoid());
        return due.why();
    }

    /** How often the last check assumed the role. */
    private long sessionsOf() {
        return lastCheck.check().evidence().calls().stream()
                .filter(call -> call.operation().equals("sts:AssumeRole"))
                .count();
    }

    private List<String> firstCheckOf(String project) {
        return database.query("select min(id)::text from key_check where group_id = ? having count(*) > 0", project);
    }

    private int hint(Hinted what) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> hints.hint(groupId, what));
    }

    private CheckSweep sweep(Map<String, String> settings) {
        var cadence = Cadences.of(settings);
        var own = new ResultRecorder(changes, unchanged, checksDue, surroundings, cadence);
        var sweep = new CheckSweep(claims, runner, own, surroundings, cadence);
        sweeps.add(sweep);
        return sweep;
    }

    private void configure(Map<String, Integer> keysOfRegions) {
        var uses = keysOfRegions.entrySet().stream()
                .flatMap(region -> {
                    var arn = TestCloud.createKey(region.getKey());
                    return IntStream.range(0, region.getValue())
                            .mapToObj(i -> TestCloud.use(ObjectIds.next(), arn, region.getKey(), i == 0));
                })
                .toArray(KeyUse[]::new);
        keyUses.configure(groupId, 1, uses);
    }

    private void disturb(String effect) {
        TestCloud.control(
                "PUT",
                "disturbances/" + groupId,
                "{\"effect\":\"" + effect + "\",\"service\":\"kms\",\"region\":\"" + TROUBLED + "\"}");
    }

    private double statements() {
        return meters.get("keyward.sweep.claims").summary().count()
                + meters.get("keyward.sweep.batches").summary().count();
    }

    private int count(String condition) {
        return Integer.parseInt(database.one(COUNT + condition, groupId));
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
