package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Sealing;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.rules.AlertType;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.alert.store.AlertFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestPeople;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices over HTTP to services that check what the real ones check, and fail as those do. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class ChannelsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PAGER_KEY = "0123456789abcdef0123456789abab12";
    private static final String TOKEN = "xoxb-123456789012-token";

    @Inject
    DeliveryRounds rounds;

    @Inject
    TestCrowds crowds;

    @Inject
    SetupFixture setup;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture checks;

    @Inject
    AlertFixture alerts;

    @Inject
    Sealing sealing;

    @Inject
    TestPeople people;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void aKeyInUse() {
        database.query("update notice set given_up_at = now() where addressed_at is null");
        database.query("update notice_delivery set given_up_at = now() where sent_at is null");
        setup.create(groupId, "Shop");
        crowds.owners(groupId);
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), arn));
        checks.check(groupId);
    }

    @AfterEach
    void everythingHeals() {
        TestChannels.heal("webhook");
        TestChannels.heal("slack");
    }

    @Rule("N5")
    @Test
    void everyChannelIsToldWhenItOpensAndWhenItIsOver() {
        configure(
                webhook("all"),
                notification(new Channel.Slack(secret(TOKEN), "#ops")),
                notification(new Channel.MicrosoftTeams(secret(TestChannels.teamsUrl(groupId)))),
                notification(new Channel.PagerDuty(secret(PAGER_KEY), "EU")),
                notification(new Channel.OpsGenie(secret("genie-key-1"), "US")),
                notification(new Channel.Datadog(secret("datadog-key"), "US3")),
                notification(new Channel.VictorOps(secret("victor-key"), secret("ops"))));
        revoke();
        round();

        for (var channel : List.of("webhook", "slack", "teams", "pager-duty", "ops-genie", "datadog", "victor-ops")) {
            assertThat(TestChannels.received(channel, channel.equals("slack") ? alertId() : groupId))
                    .as(channel)
                    .hasSize(1);
        }
        var hook = TestChannels.received("webhook", groupId).getFirst();
        assertThat(hook.at("/headers/keyward-signature").asText()).matches("v1=[0-9a-f]{64}");
        assertThat(hook.at("/headers/x-mms-event").asText()).isEqualTo("alert.open");
        assertThat(hook.at("/body").asText()).contains("KEY_DISABLED", arn);
        assertThat(pending()).isEmpty();
        assertThat(database.query("select channel from notice where group_id = ?", groupId))
                .noneMatch(row -> row != null
                        && (row.contains(TOKEN) || row.contains(PAGER_KEY) || row.contains("_channels/webhook")));

        recover();
        round();
        assertThat(TestChannels.received("webhook", groupId)
                        .getLast()
                        .at("/headers/x-mms-event")
                        .asText())
                .isEqualTo("alert.close");
        assertThat(TestChannels.received("pager-duty", alertId()).stream()
                        .map(one -> one.at("/body").asText().contains("\"resolve\"")))
                .containsExactly(false, true);
        assertThat(TestChannels.received("ops-genie", alertId())
                        .getLast()
                        .at("/path")
                        .asText())
                .isEqualTo("/v2/alerts/" + alertId() + "/close?identifierType=alias");
    }

    @Rule("N5")
    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndHoldsUpNobody() {
        TestChannels.fail("webhook", 500, 3, "", "failing" + groupId);
        configure(webhook("failing"), webhook("fine"));
        revoke();
        round();

        assertThat(received("fine")).hasSize(1);
        assertThat(received("failing")).hasSize(1);
        assertThat(failure()).contains("500").doesNotContain("http://", "failing");
        for (int attempt = 0; attempt < 3; attempt++) {
            makeDue();
            round();
        }
        assertThat(received("failing").stream().map(one -> one.at("/status").asInt()))
                .containsExactly(500, 500, 500, 200);
        assertThat(ids("failing")).hasSize(1);
        assertThat(received("fine")).hasSize(1);
    }

    @Test
    void aClosedConnectionASlowAnswerAndARedirectAreFailures() {
        TestChannels.fail("webhook", 0, 1, "", "shaky" + groupId);
        configure(webhook("shaky"));
        revoke();
        round();
        assertThat(received("shaky")).hasSize(1);
        assertThat(pending()).hasSize(1);

        TestChannels.slow("webhook", 2500, 1, "shaky" + groupId);
        makeDue();
        round();
        assertThat(failure()).contains("time limit");

        TestChannels.fail("webhook", 302, 1, "", "shaky" + groupId);
        makeDue();
        round();
        assertThat(failure()).contains("redirect");

        makeDue();
        round();
        assertThat(pending()).isEmpty();
        assertThat(ids("shaky")).hasSize(1);
    }

    @Test
    void whoeverAsksToWaitIsWaitedFor() {
        TestChannels.fail("webhook", 429, 1, ",\"retryAfter\":1800", "busy" + groupId);
        configure(webhook("busy"));
        revoke();
        round();

        assertThat(database.one(
                        "select (next_attempt_at > now() + interval '25 minutes')::text from notice_delivery where recipient in "
                                + "(select audience from notice where group_id = ?)",
                        groupId))
                .isEqualTo("true");
    }

    @Test
    void whatWasSentAndNotRecordedGoesOutAgainUnderTheSameId() {
        configure(webhook("again"));
        revoke();
        round();
        database.query(
                "update notice_delivery set sent_at = null where notice_id in (select id from notice where group_id = ?)",
                groupId);
        round();

        assertThat(received("again")).hasSize(2);
        assertThat(ids("again")).hasSize(1);
    }

    @Rule("N5")
    @Test
    void aTokenThatWasReplacedMeanwhileIsTheOneThatCounts() {
        var slack = notification(new Channel.Slack(secret("expired-token"), "#rotated"));
        var id = configure(slack);
        revoke();
        round();
        assertThat(failure()).isEqualTo("Slack says invalid_auth");

        database.query(
                "update alert_configuration set notifications = replace(notifications, ?, ?) where id = ?",
                sealedOf(slack),
                sealing.seal(groupId, TOKEN),
                id);
        makeDue();
        round();
        assertThat(pending()).isEmpty();
    }

    @Test
    void aConfigurationThatIsGoneTellsNobodyAnyMoreAndLetsGoOfWhoeverIsPaged() {
        TestChannels.fail("webhook", 500, 1, "", "gone" + groupId);
        var id = configure(webhook("gone"), notification(new Channel.PagerDuty(secret(PAGER_KEY), "US")));
        revoke();
        round();
        var alertId = alertId();
        setup.forget(groupId, id);
        makeDue();
        round();

        assertThat(received("gone")).hasSize(1);
        assertThat(TestChannels.received("pager-duty", alertId).stream()
                        .map(one -> one.at("/body").asText().contains("\"resolve\"")))
                .containsExactly(false, true);
    }

    @Rule("N5")
    @Test
    void whoeverHasAnIntervalIsRemindedUntilItIsOver() {
        configure(webhook("often"), notification(new Channel.PagerDuty(secret(PAGER_KEY), "US")));
        revoke();
        round();
        round();
        assertThat(received("often")).hasSize(1);
        var alertId = alertId();

        remind();
        remind();
        assertThat(received("often").stream()
                        .map(one -> one.at("/headers/x-mms-event").asText()))
                .containsExactly("alert.open", "alert.update", "alert.update");
        assertThat(ids("often")).hasSize(3);
        assertThat(TestChannels.received("pager-duty", alertId)).hasSize(1);

        database.query("update alert set acknowledged_until = now() + interval '1 day' where id = ?", alertId);
        remind();
        assertThat(received("often")).hasSize(3);

        recover();
        remind();
        assertThat(received("often").getLast().at("/headers/x-mms-event").asText())
                .isEqualTo("alert.close");
        assertThat(received("often")).hasSize(4);
    }

    @Rule("N5")
    @Test
    void aTestGoesToEachChannelNowAndSaysWhatCameOfIt() {
        people.add(groupId, "manager", ProjectRole.GROUP_ALERTS_MANAGER);
        people.add(groupId, "reader", ProjectRole.GROUP_READ_ONLY);
        var id = configure(
                webhook("trial"),
                notification(new Channel.Slack(secret("bad-token"), "#ops")),
                notification(new Channel.PagerDuty(secret(PAGER_KEY), "US")),
                notification(new Channel.Sms("+1 555 0100")),
                notification(new Channel.Group(true, false, List.of("GROUP_READ_ONLY"))));
        var path = "/api/keyward/v1/groups/" + groupId + "/alertConfigs/%s/test";

        people.as(groupId, "manager")
                .post(path.formatted(id))
                .then()
                .statusCode(200)
                .body("results.outcome", equalTo(List.of("DELIVERED", "FAILED", "DELIVERED", "NOBODY", "NOBODY")))
                .body("results[1].detail", equalTo("Slack says invalid_auth"))
                .body("results[1].recipient", equalTo("#ops"));
        var hook = received("trial").getFirst();
        assertThat(hook.at("/headers/x-mms-event").asText()).isEqualTo("alert.inform");
        assertThat(hook.at("/body").asText()).contains("TEST");
        assertThat(TestChannels.received("pager-duty", hook.at("/body").asText().substring(7, 31)))
                .hasSize(2);

        people.as(groupId, "reader").post(path.formatted(id)).then().statusCode(403);
        people.as(groupId, "manager")
                .post(path.formatted(ObjectIds.next()))
                .then()
                .statusCode(404);
        people.as(groupId, "manager").post(path.formatted("x")).then().statusCode(404);
    }

    private void remind() {
        database.query(
                "update notice set remind_at = now() - interval '1 second' where group_id = ? and remind_at is not null",
                groupId);
        round();
    }

    private String configure(Notification... notifications) {
        return setup.configure(
                groupId,
                new AlertConfiguration.Content(
                        AlertType.AWS_ENCRYPTION_KEY_INVALID,
                        true,
                        null,
                        null,
                        List.of(),
                        Arrays.asList(notifications)));
    }

    private Notification webhook(String word) {
        return notification(new Channel.Webhook(
                secret(TestChannels.webhookUrl(word + groupId)), secret("signing-secret"), null, null));
    }

    private static Notification notification(Channel channel) {
        return new Notification(ObjectIds.next(), 0, channel.type().reminds() ? null : 60, null, channel);
    }

    private Secret secret(String text) {
        return new Secret(sealing.seal(groupId, text), "shown");
    }

    private static String sealedOf(Notification notification) {
        return notification.channel().secrets().values().iterator().next().sealed();
    }

    private void revoke() {
        TestCloud.disable(arn);
        checks.check(groupId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts.open(groupId)).isNotEmpty());
    }

    private void recover() {
        TestCloud.enable(arn);
        checks.check(groupId);
    }

    private List<JsonNode> received(String word) {
        return TestChannels.received("webhook", word + groupId);
    }

    private List<String> ids(String word) {
        return received(word).stream()
                .map(one -> one.at("/headers/keyward-delivery").asText())
                .distinct()
                .toList();
    }

    private String alertId() {
        return database.one(
                "select distinct alert_id from notice where group_id = ? and channel_type <> 'EMAIL'", groupId);
    }

    private List<String> pending() {
        return database.query(
                "select d.last_failure from notice_delivery d join notice n on n.id = d.notice_id where n.group_id = ? and d.sent_at is null",
                groupId);
    }

    private String failure() {
        return pending().getFirst();
    }

    private void makeDue() {
        database.query(
                "update notice_delivery set next_attempt_at = now() - interval '1 second' where notice_id in (select id from notice where group_id = ?)",
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
