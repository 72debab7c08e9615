package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestPeople;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices over HTTP to services that check what the real ones check, and fail as those do. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class ChannelsIT {
    private static final String TOKEN = "xoxb-123456789012-token";

    @Inject
    NoticeFixture notices;

    @Inject
    TestPeople people;

    @Inject
    Database database;

    private NoticeFixture.Shop shop;

    @BeforeEach
    void aKeyInUse() {
        notices.quiet();
        shop = notices.shop();
    }

    @AfterEach
    void everythingHeals() {
        TestChannels.heal("webhook");
        TestChannels.heal("slack");
    }

    @Rule("N5")
    @Test
    void everyChannelIsToldWhenItOpensAndWhenItIsOver() {
        shop.configure(
                shop.webhook("all"),
                shop.notification(new Channel.Slack(shop.secret(TOKEN), "#ops")),
                shop.notification(new Channel.MicrosoftTeams(shop.secret(TestChannels.teamsUrl(shop.groupId())))),
                shop.notification(new Channel.PagerDuty(shop.secret(NoticeFixture.PAGER_KEY), "EU")),
                shop.notification(new Channel.OpsGenie(shop.secret("genie-key-1"), "US")),
                shop.notification(new Channel.Datadog(shop.secret("datadog-key"), "US3")),
                shop.notification(new Channel.VictorOps(shop.secret("victor-key"), shop.secret("ops"))));
        shop.revoke();
        notices.round();

        for (var channel : List.of("webhook", "slack", "teams", "pager-duty", "ops-genie", "datadog", "victor-ops")) {
            assertThat(TestChannels.received(channel, channel.equals("slack") ? shop.alertId() : shop.groupId()))
                    .as(channel)
                    .hasSize(1);
        }
        var hook = TestChannels.received("webhook", shop.groupId()).getFirst();
        assertThat(hook.at("/headers/keyward-signature").asText()).matches("v1=[0-9a-f]{64}");
        assertThat(hook.at("/headers/x-mms-event").asText()).isEqualTo("alert.open");
        assertThat(hook.at("/body").asText()).contains("KEY_DISABLED", shop.arn());
        assertThat(shop.pending()).isEmpty();
        assertThat(database.query("select channel from notice where group_id = ?", shop.groupId()))
                .noneMatch(row -> row != null
                        && (row.contains(TOKEN)
                                || row.contains(NoticeFixture.PAGER_KEY)
                                || row.contains("_channels/webhook")));

        shop.recover();
        notices.round();
        assertThat(TestChannels.received("webhook", shop.groupId())
                        .getLast()
                        .at("/headers/x-mms-event")
                        .asText())
                .isEqualTo("alert.close");
        assertThat(shop.pages(shop.alertId())).containsExactly(false, true);
        assertThat(TestChannels.received("ops-genie", shop.alertId())
                        .getLast()
                        .at("/path")
                        .asText())
                .isEqualTo("/v2/alerts/" + shop.alertId() + "/close?identifierType=alias");
    }

    @Rule("N5")
    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndHoldsUpNobody() {
        shop.failing("failing", 500, 3);
        shop.configure(shop.webhook("failing"), shop.webhook("fine"));
        shop.revoke();
        notices.round();

        assertThat(shop.received("fine")).hasSize(1);
        assertThat(shop.received("failing")).hasSize(1);
        assertThat(shop.pending().getFirst()).contains("500").doesNotContain("http://", "failing");
        for (int attempt = 0; attempt < 3; attempt++) {
            shop.makeDue();
            notices.round();
        }
        assertThat(shop.received("failing").stream()
                        .map(one -> one.at("/status").asInt()))
                .containsExactly(500, 500, 500, 200);
        assertThat(shop.ids("failing")).hasSize(1);
        assertThat(shop.received("fine")).hasSize(1);
    }

    @Test
    void aClosedConnectionASlowAnswerAndARedirectAreFailures() {
        shop.failing("shaky", 0, 1);
        shop.configure(shop.webhook("shaky"));
        shop.revoke();
        notices.round();
        assertThat(shop.received("shaky")).hasSize(1);
        assertThat(shop.pending()).hasSize(1);

        TestChannels.slow("webhook", 2500, 1, "shaky" + shop.groupId());
        shop.makeDue();
        notices.round();
        assertThat(shop.pending().getFirst()).contains("time limit");

        shop.failing("shaky", 302, 1);
        shop.makeDue();
        notices.round();
        assertThat(shop.pending().getFirst()).contains("redirect");

        shop.makeDue();
        notices.round();
        assertThat(shop.pending()).isEmpty();
        assertThat(shop.ids("shaky")).hasSize(1);
    }

    @Test
    void whoeverAsksToWaitIsWaitedFor() {
        TestChannels.fail("webhook", 429, 1, ",\"retryAfter\":1800", "busy" + shop.groupId());
        shop.configure(shop.webhook("busy"));
        shop.revoke();
        notices.round();

        assertThat(database.one(
                        "select (next_attempt_at > now() + interval '25 minutes')::text from notice_delivery where recipient in "
                                + "(select audience from notice where group_id = ?)",
                        shop.groupId()))
                .isEqualTo("true");
    }

    @Test
    void whatWasSentAndNotRecordedGoesOutAgainUnderTheSameId() {
        shop.configure(shop.webhook("again"));
        shop.revoke();
        notices.round();
        database.query(
                "update notice_delivery set sent_at = null where notice_id in (select id from notice where group_id = ?)",
                shop.groupId());
        notices.round();

        assertThat(shop.received("again")).hasSize(2);
        assertThat(shop.ids("again")).hasSize(1);
    }

    @Rule("N5")
    @Test
    void aTokenThatWasReplacedMeanwhileIsTheOneThatCounts() {
        var slack = shop.notification(new Channel.Slack(shop.secret("expired-token"), "#rotated"));
        var id = shop.configure(slack);
        shop.revoke();
        notices.round();
        assertThat(shop.pending().getFirst()).isEqualTo("Slack says invalid_auth");

        database.query(
                "update alert_configuration set notifications = replace(notifications, ?, ?) where id = ?",
                slack.channel().secrets().get("apiToken").sealed(),
                shop.sealed(TOKEN),
                id);
        shop.makeDue();
        notices.round();
        assertThat(shop.pending()).isEmpty();
    }

    @Test
    void aConfigurationThatIsGoneTellsNobodyAnyMoreAndLetsGoOfWhoeverIsPaged() {
        shop.failing("gone", 500, 1);
        var id = shop.configure(shop.webhook("gone"), shop.pager());
        shop.revoke();
        notices.round();
        var alertId = shop.alertId();
        shop.forget(id);
        shop.makeDue();
        notices.round();

        assertThat(shop.received("gone")).hasSize(1);
        assertThat(shop.pages(alertId)).containsExactly(false, true);
    }

    @Rule("N5")
    @Test
    void whoeverHasAnIntervalIsRemindedUntilItIsOver() {
        shop.configure(shop.webhook("often"), shop.pager());
        shop.revoke();
        notices.round();
        notices.round();
        assertThat(shop.received("often")).hasSize(1);
        var alertId = shop.alertId();

        shop.remind();
        shop.remind();
        assertThat(shop.received("often").stream()
                        .map(one -> one.at("/headers/x-mms-event").asText()))
                .containsExactly("alert.open", "alert.update", "alert.update");
        assertThat(shop.ids("often")).hasSize(3);
        assertThat(TestChannels.received("pager-duty", alertId)).hasSize(1);

        shop.acknowledge();
        shop.remind();
        assertThat(shop.received("often")).hasSize(3);

        shop.recover();
        shop.remind();
        assertThat(shop.received("often").getLast().at("/headers/x-mms-event").asText())
                .isEqualTo("alert.close");
        assertThat(shop.received("often")).hasSize(4);
    }

    @Rule("N5")
    @Test
    void aTestGoesToEachChannelNowAndSaysWhatCameOfIt() {
        people.add(shop.groupId(), "manager", ProjectRole.GROUP_ALERTS_MANAGER);
        people.add(shop.groupId(), "reader", ProjectRole.GROUP_READ_ONLY);
        var id = shop.configure(
                shop.webhook("trial"),
                shop.notification(new Channel.Slack(shop.secret("bad-token"), "#ops")),
                shop.pager(),
                shop.notification(new Channel.Sms("+1 555 0100")),
                shop.notification(new Channel.Group(true, false, List.of("GROUP_READ_ONLY"))));
        var path = "/api/keyward/v1/groups/" + shop.groupId() + "/alertConfigs/%s/test";

        people.as(shop.groupId(), "manager")
                .post(path.formatted(id))
                .then()
                .statusCode(200)
                .body("results.outcome", equalTo(List.of("DELIVERED", "FAILED", "DELIVERED", "NOBODY", "NOBODY")))
                .body("results[1].detail", equalTo("Slack says invalid_auth"))
                .body("results[1].recipient", equalTo("#ops"));
        var hook = shop.received("trial").getFirst();
        assertThat(hook.at("/headers/x-mms-event").asText()).isEqualTo("alert.inform");
        assertThat(hook.at("/body").asText()).contains("TEST");
        assertThat(TestChannels.received("pager-duty", hook.at("/body").asText().substring(7, 31)))
                .hasSize(2);

        people.as(shop.groupId(), "reader").post(path.formatted(id)).then().statusCode(403);
        people.as(shop.groupId(), "manager")
                .post(path.formatted(ObjectIds.next()))
                .then()
                .statusCode(404);
        people.as(shop.groupId(), "manager").post(path.formatted("x")).then().statusCode(404);
    }
}
