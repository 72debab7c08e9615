package io.keyward.validation.endpoint;

import static io.keyward.contracts.Topics.ENCRYPTION;
import static io.keyward.contracts.Topics.ENDPOINTS;
import static io.keyward.contracts.Topics.KEYS;
import static io.keyward.validation.support.TestCloud.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.Event;
import io.keyward.simulator.Accounts;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.Actors;
import io.keyward.validation.cadence.OnDemandChecks;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.ChecksDue;
import io.keyward.validation.preflight.KeyCheckQuestion;
import io.keyward.validation.preflight.KeyCheckResource;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEndpoints;
import io.keyward.validation.support.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once a region is covered, the key is asked through its endpoint and on no other way, whatever the check and whatever happens. The cloud's log tells. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class PrivatePathIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SweepFixture sweep;

    @Inject
    OnDemandChecks onDemand;

    @Inject
    KeyCheckResource preflight;

    @Inject
    Database database;

    @Inject
    jakarta.enterprise.event.Event<ChecksDue> checksDue;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String arn = TestCloud.createKey();
    private TestEvents events;

    @BeforeEach
    void aKeyOfAProjectWithPrivateNetworking() {
        events = TestEvents.open(KEYS);
        configure(1, TestCloud.use(keyUseId, arn, true));
        awaitChecked("PROVISIONAL", "VALID");
        assertThat(TestCloud.pathsOfChecks(arn, 0)).containsOnly("public");
    }

    @AfterEach
    void close() throws InterruptedException {
        events.close();
    }

    @Test
    @Rule({"E9", "P1", "V1", "V2", "V5"})
    void everyCheckOfACoveredRegionTakesTheEndpoint() {
        var endpoint = TestCloud.createEndpoint(REGION);
        tell(endpoint(endpoint).activated(1));
        awaitChecked("PRIVATE", "VALID");
        long covered = TestCloud.lastCall(arn);

        sweep.check(groupId);
        tryAgain();
        assertThat(wouldItWork().outcome()).isEqualTo("VALID");
        TestCloud.disable(arn);
        sweep.check(groupId);
        awaitVerdict("REVOKED");
        TestCloud.enable(arn);
        sweep.check(groupId);
        awaitVerdict("VALID");
        configure(2, withAnotherExternalId());
        awaitOne(
                "another-external-id",
                "select external_id from key_use where group_id = ? and path = 'PRIVATE' and last_outcome = 'VALID'",
                groupId);

        assertThat(TestCloud.pathsOfChecks(arn, covered)).hasSizeGreaterThan(15).containsOnly(endpoint);
        assertThat(database.query(
                        "select distinct evidence::json -> 'calls' -> -1 ->> 'path' from key_check"
                                + " where group_id = ? and first_at >= (select path_since from key_use where group_id = ?)",
                        groupId,
                        groupId))
                .containsOnly("PRIVATE");
    }

    @Test
    @Rule({"E9", "P2"})
    void aLostEndpointIsNotGoneAroundAndAnotherOneIsTakenAtOnce() {
        var reference = TestCloud.createEndpoint(REGION);
        var endpoint = endpoint(reference);
        tell(endpoint.activated(1));
        awaitChecked("PRIVATE", "VALID");

        TestCloud.control("POST", "endpoints/" + reference + "/vanish", "");
        tell(endpoint.lost(2));
        awaitChecked("MISSING", "INCONCLUSIVE");
        long lost = TestCloud.lastCall(arn);
        sweep.check(groupId);
        tryAgain();
        assertThat(wouldItWork().reason()).isEqualTo("PRIVATE_ENDPOINT_MISSING");
        tell(endpoint.deleted(3, Instant.now()));
        configure(2, withAnotherExternalId());
        awaitOne(
                "another-external-id",
                "select external_id from key_use where group_id = ? and last_reason = 'PRIVATE_ENDPOINT_MISSING'",
                groupId);

        assertThat(TestCloud.pathsOfChecks(arn, lost)).isEmpty();
        awaitVerdict("VALID");

        var another = TestCloud.createEndpoint(REGION);
        tell(endpoint(another).activated(1));
        awaitChecked("PRIVATE", "VALID");
        assertThat(TestCloud.pathsOfChecks(arn, lost)).containsOnly(another);
    }

    /** What a consumer reads that begins anew, for example after its offsets were lost. */
    @Test
    @Rule({"E9", "P3"})
    void readingEverythingAgainLeadsNobodyBackToTheInternet() {
        var endpoint = endpoint(TestCloud.createEndpoint(REGION));
        var requested = endpoint.requested(1, Instant.now());
        var activated = endpoint.activated(2);
        tell(requested, activated);
        awaitChecked("PRIVATE", "VALID");
        long covered = TestCloud.lastCall(arn);
        var config = database.one("select config_revision::text from key_use where group_id = ?", groupId);

        configure(1, TestCloud.use(keyUseId, arn, true));
        tell(requested, activated);
        var marker = endpoint(TestCloud.createEndpoint(REGION));
        tell(marker.requested(1, Instant.now()));
        awaitOne("1", "select count(*)::text from endpoint where endpoint_id = ?", marker.id());
        sweep.check(groupId);

        assertThat(database.one("select config_revision::text from key_use where group_id = ?", groupId))
                .isEqualTo(config);
        assertThat(TestCloud.pathsOfChecks(arn, covered)).containsOnly(endpoint.reference());
    }

    private KeyUse withAnotherExternalId() {
        var use = TestCloud.use(keyUseId, arn, "another-external-id");
        return new KeyUse(
                use.keyUseId(),
                use.provider(),
                use.key(),
                use.region(),
                use.home(),
                true,
                use.aws(),
                use.keyId(),
                use.former());
    }

    private void configure(long revision, KeyUse... uses) {
        var actor = Actor.system("config-service");
        events.publish(ENCRYPTION, new EncryptionConfigured(groupId, revision, Instant.now(), actor, List.of(uses)));
    }

    private void tell(Event... told) {
        Stream.of(told).forEach(event -> events.publish(ENDPOINTS, event));
    }

    private TestEndpoints endpoint(String reference) {
        return new TestEndpoints(ObjectIds.next(), groupId, REGION, reference);
    }

    private void tryAgain() {
        await(() -> onDemand.checkProject(groupId, Actors.SELF));
    }

    private KeyCheckResource.Answer wouldItWork() {
        var request = new KeyCheckQuestion.Aws(groupId, arn, REGION, Accounts.DEMO_ROLE_ARN, "external", true);
        return await(() -> preflight.check(request));
    }

    private void awaitChecked(String path, String outcome) {
        awaitOne(
                path + "/" + outcome,
                "select path || '/' || last_outcome from key_use where group_id = ? and lease_token is null",
                groupId);
    }

    private void awaitVerdict(String verdict) {
        awaitOne(verdict, "select verdict from key_use where group_id = ?", groupId);
    }

    private void awaitOne(String expected, String sql, String parameter) {
        // The clockwork stands still in tests: whoever waits turns it.
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            checksDue.fire(ChecksDue.now());
            assertThat(database.query(sql, parameter)).containsExactly(expected);
        });
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
