package io.keyward.validation.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.Actors;
import io.keyward.validation.cadence.claim.ClaimStore;
import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.claim.Room;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.Probe;
import io.keyward.validation.endpoint.EndpointFixture;
import io.keyward.validation.history.HistoryEntry;
import io.keyward.validation.history.HistoryFilter;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.history.Occasion;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.recording.CheckRecord;
import io.keyward.validation.recording.RecordingStore;
import io.keyward.validation.recording.UnchangedStore;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEndpoints;
import io.keyward.validation.support.TestSettings;
import io.keyward.validation.verdict.Ruling;
import io.keyward.validation.verdict.Ruling.Announcement;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class SweepIT {
    private static final Evidence EVIDENCE = new Evidence("key", "The key was used.", null, List.of());
    private static final String OF_GROUP = " from key_use where group_id = ?";

    @Inject
    ClaimStore claims;

    @Inject
    HistoryStore history;

    @Inject
    RecordingStore changes;

    @Inject
    UnchangedStore unchanged;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    EndpointFixture endpoints;

    @Inject
    SweepFixture turns;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();

    @BeforeEach
    void nothingElseIsDue() {
        database.query(
                "update key_use set next_due_at = now() + interval '1 day', lease_token = null, lease_until = null");
    }

    @Test
    void twoReplicasShareWhatIsDueAndNeverTheSame() {
        configure(60);

        var claims = await(() -> Uni.join().all(claim(40), claim(40)).andFailFast());

        var first = ids(claims.get(0));
        var second = ids(claims.get(1));
        assertThat(first).doesNotContainAnyElementsOf(second);
        assertThat(new HashSet<>(first).size() + second.size()).isEqualTo(60);
    }

    @Test
    void whatADeadReplicaTookComesBackWhenItsLeaseLapses() {
        configure(1);
        var dead = claimOne();

        assertThat(await(() -> claim(10))).isEmpty();
        lapse(dead);

        assertThat(await(() -> claim(10))).hasSize(1);
    }

    @Test
    void theLateResultOfAFrozenReplicaIsDropped() {
        configure(1);
        var frozen = claimOne();
        var frozenStart = now();
        lapse(frozen);
        var other = claimOne();

        assertThat(await(() -> changes.record(valid(other, now().plusMillis(1)))))
                .isPresent();
        assertThat(await(() -> changes.record(valid(frozen, frozenStart)))).isEmpty();
        assertThat(await(() -> unchanged.record(List.of(valid(frozen, frozenStart)))))
                .isZero();

        assertThat(database.query("select id::text from key_check where group_id = ?", groupId))
                .hasSize(1);
    }

    @Test
    void aResultThatStartedBeforeAnotherOneWasRecordedIsDropped() {
        configure(1);
        var start = now();
        var first = claimOne();
        assertThat(await(() -> changes.record(valid(first, start.plusSeconds(1)))))
                .isPresent();
        makeDue();
        var second = claimOne();

        assertThat(await(() -> changes.record(valid(second, start)))).isEmpty();
    }

    @Test
    void aNewRoleMakesTheKeyDueAtOnceAndDropsTheRunningResult() {
        var arn = TestCloud.createKey();
        var id = ObjectIds.next();
        keyUses.configure(groupId, 1, TestCloud.use(id, arn));
        var running = claimOne();

        keyUses.configure(groupId, 2, TestCloud.use(id, arn, "another-external-id"));

        assertThat(await(() -> changes.record(valid(running, now())))).isEmpty();
        assertThat(claimOne().configRevision()).isEqualTo(2);
    }

    @Test
    @Rule("E9")
    void anEndpointMakesTheKeyDueAtOnceAndDropsTheRunningResult() {
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), TestCloud.createKey(), true));
        var running = claimOne();

        endpoints.tell(new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, "vpce-1").activated(1));

        assertThat(await(() -> changes.record(valid(running, now())))).isEmpty();
        assertThat(await(() -> unchanged.record(List.of(valid(running, now())))))
                .isZero();
        assertThat(claimOne().path()).isInstanceOf(KeyPath.Private.class);
    }

    @Test
    @Rule({"E9", "P6"})
    void theFirstAnswerOnANewWayIsKeptWithItsEvidence() {
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), TestCloud.createKey(), true));
        var first = claimOne();
        assertThat(await(() -> changes.record(valid(first, now())))).isPresent();

        endpoints.tell(new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, "vpce-1").activated(1));

        assertThat(valid(claimOne(), now()).isUnchanged()).isFalse();
    }

    @Test
    void aBatchThatChangesNothingIsOneStatement() {
        configure(50);
        var claimed = await(() -> claim(50));
        assertThat(await(() -> Uni.join()
                        .all(claimed.stream()
                                .map(use -> changes.record(valid(use, now())))
                                .toList())
                        .usingConcurrencyOf(1)
                        .andFailFast()))
                .doesNotContain(Optional.empty());
        makeDue();
        var again = await(() -> claim(50));
        var results =
                again.stream().map(use -> valid(use, now().plusSeconds(1))).toList();

        assertThat(await(() -> unchanged.record(results))).isEqualTo(50);

        assertThat(database.query("select distinct xmin::text || '/' || cmin::text" + OF_GROUP, groupId))
                .hasSize(1);
        assertThat(await(() -> history.newest(groupId, HistoryFilter.NONE, 0, 50))
                        .entries())
                .extracting(HistoryEntry::checks)
                .containsOnly(2);
    }

    @Rule("V5")
    @Test
    void parallelChecksRecordEachInATransactionOfItsOwn() {
        configure(64);

        turns.check(groupId);

        assertThat(database.query("select distinct verdict" + OF_GROUP, groupId))
                .containsExactly("VALID");
        assertThat(database.query("select distinct xmin::text" + OF_GROUP, groupId))
                .hasSize(64);
    }

    private void configure(int count) {
        var arn = TestCloud.createKey();
        var uses = IntStream.range(0, count)
                .mapToObj(i -> TestCloud.use(ObjectIds.next(), arn))
                .toArray(io.keyward.contracts.EncryptionEvent.KeyUse[]::new);
        keyUses.configure(groupId, 1, uses);
    }

    private Uni<List<KeyUse>> claim(int limit) {
        return ContextHop.onNewContext(Vertx.currentContext().owner(), () -> claims.claimDue(now(), Room.any(limit))
                .map(claimed -> claimed.stream().map(DueCheck::use).toList()));
    }

    private KeyUse claimOne() {
        return await(() -> claim(1)).getFirst();
    }

    private void lapse(KeyUse use) {
        database.query("update key_use set lease_until = now() - interval '1 second' where key_use_id = ?", use.id());
    }

    private void makeDue() {
        database.query("update key_use set next_due_at = now() - interval '1 second' where group_id = ?", groupId);
    }

    private static List<String> ids(List<KeyUse> uses) {
        return new ArrayList<>(uses.stream().map(KeyUse::id).toList());
    }

    private static CheckRecord valid(KeyUse use, Instant startedAt) {
        var verdict = use.standing().verdict() instanceof Verdict.Valid held ? held : new Verdict.Valid(startedAt);
        var probe = use.probe() == null ? Probe.of(new byte[] {1}) : null;
        return new CheckRecord(
                use,
                new KeyCheck.Valid(EVIDENCE, probe),
                Occasion.SCHEDULED,
                Actors.SELF,
                startedAt,
                false,
                new Ruling(new Standing(verdict, null, null), Announcement.NOTHING, null),
                0,
                startedAt.plusSeconds(600));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
