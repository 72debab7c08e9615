package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.alert.store.AlertFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.MailServer;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails as owners get them, over real SMTP. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class MailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DeliveryRounds rounds;

    @Inject
    TestCrowds crowds;

    @Inject
    SetupFixture setup;

    @Inject
    AlertFixture alerts;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    SweepFixture checks;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String ada = "ada" + groupId + "@shop.test";
    private final String bob = "bob" + groupId + "@shop.test";
    private final Map<String, String> clusterIds =
            Stream.of("orders", "payments", "users").collect(Collectors.toMap(name -> name, name -> ObjectIds.next()));
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void threeClustersUnderAKey() {
        setup.create(groupId, "Shop");
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), arn));
        checks.check(groupId);
        clusterIds.forEach((name, id) -> clusters.running(groupId, id, name));
        database.query("update notice set given_up_at = now() where addressed_at is null and group_id <> ?", groupId);
    }

    @Rule({"N3", "N4"})
    @Test
    void everyOwnerGetsOneMailAtStopAndOneWhenTheClustersRunAgain() {
        crowds.owners(groupId, ada, bob);
        try (var mails = MailServer.start()) {
            revoke();
            round();

            assertThat(mails.to(ada)).hasSize(1);
            assertThat(mails.to(bob)).hasSize(1);
            var stop = mails.to(ada).getFirst();
            assertThat(stop.from()).contains("keyward@keyward.test");
            assertThat(stop.subject()).contains("Shop", "3 clusters");
            assertThat(stop.text())
                    .contains("orders", "payments", "users", arn, TestCloud.REGION, "KEY_DISABLED", "Since: ")
                    .contains("What to do: ", "Try Again");

            clusterIds.values().forEach(id -> clusters.report(id, Observed.STOPPED));
            TestCloud.enable(arn);
            checks.check(groupId);
            clusters.report(clusterIds.get("orders"), Observed.RUNNING);
            clusters.report(clusterIds.get("users"), Observed.RUNNING);
            round();
            assertThat(mails.to(ada)).hasSize(1);

            clusters.report(clusterIds.get("payments"), Observed.RUNNING);
            round();
            round();
            assertThat(mails.to(bob)).hasSize(2);
            var back = mails.to(ada).getLast();
            assertThat(back.subject()).contains("Shop", "over");
            assertThat(back.text()).contains("orders runs again", "payments runs again", "users runs again");
            assertThat(back.messageId()).isNotEqualTo(stop.messageId());
            assertThat(database.one("select (last_notified is not null)::text from alert where group_id = ?", groupId))
                    .isEqualTo("true");
        }
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLost() {
        crowds.owners(groupId, ada);
        revoke();
        round();
        assertThat(failures()).isEqualTo("1");
        round();
        assertThat(failures()).isEqualTo("1");

        try (var mails = MailServer.start()) {
            makeDue();
            round();
            makeDue();
            round();
            assertThat(mails.to(ada)).hasSize(1);
        }
    }

    @Test
    void whileNobodySaysWhoOwnsTheProjectNothingIsLost() {
        revoke();
        try (var mails = MailServer.start()) {
            round();
            crowds.owners(groupId, ada);
            database.query(
                    "update notice set next_attempt_at = now() - interval '1 second' where group_id = ?", groupId);
            round();

            assertThat(mails.to(ada)).hasSize(1);
        }
    }

    @Test
    void aMailThatWasSentAndNotRecordedGoesOutAgainAsTheSameMessage() {
        crowds.owners(groupId, ada);
        revoke();
        try (var mails = MailServer.start()) {
            round();
            database.query(
                    "update notice_delivery set sent_at = null where notice_id in (select id from notice where group_id = ?)",
                    groupId);
            round();

            assertThat(mails.to(ada)).hasSize(2);
            assertThat(mails.to(ada).getFirst().messageId())
                    .isEqualTo(mails.to(ada).getLast().messageId());
        }
    }

    @Test
    void anAddressThatIsRefusedHoldsBackNobodyElse() {
        var gone = "refused" + groupId + "@shop.test";
        crowds.owners(groupId, gone, ada);
        revoke();
        try (var mails = MailServer.start()) {
            round();

            assertThat(mails.to(ada)).hasSize(1);
            assertThat(mails.to(gone)).isEmpty();
            assertThat(database.one("select last_failure from notice_delivery where recipient = ?", gone))
                    .contains("550");
        }
    }

    @Test
    void aMailThatIsTooOldIsGivenUp() {
        crowds.owners(groupId, ada);
        revoke();
        database.query("update notice set created_at = created_at - interval '4 days' where group_id = ?", groupId);
        round();

        assertThat(database.query(
                        "select d.given_up_at::text from notice_delivery d join notice m on m.id = d.notice_id where m.group_id = ?",
                        groupId))
                .hasSize(1)
                .doesNotContainNull();
    }

    private void revoke() {
        TestCloud.disable(arn);
        checks.check(groupId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts.open(groupId)).isNotEmpty());
    }

    private void makeDue() {
        database.query(
                "update notice_delivery set next_attempt_at = now() - interval '1 second' where notice_id in (select id from notice where group_id = ?)",
                groupId);
    }

    private String failures() {
        return database.one(
                "select d.attempts::text from notice_delivery d join notice m on m.id = d.notice_id where m.group_id = ?",
                groupId);
    }

    private void round() {
        try {
            VertxContextSupport.subscribeAndAwait(rounds::round);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
