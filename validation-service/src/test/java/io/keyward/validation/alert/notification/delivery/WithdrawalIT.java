package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.MailServer;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody wants to be told any more is not told, however far it had come. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule({"N4", "N5"})
class WithdrawalIT {
    @Inject
    NoticeFixture notices;

    @Inject
    Database database;

    @BeforeEach
    void nothingIsLeft() {
        notices.quiet();
    }

    @AfterEach
    void everythingHeals() {
        TestChannels.heal("webhook");
    }

    @Test
    void aReminderThatIsUnderWayEndsWithTheAcknowledgement() {
        var shop = notices.shop();
        shop.configure(shop.webhook("seen"));
        shop.revoke();
        notices.round();
        shop.failing("seen", 500, 1);
        shop.remind();
        assertThat(shop.received("seen")).hasSize(2);
        assertThat(shop.pendingByChannel()).hasSize(1);

        shop.acknowledge();
        shop.makeDue();
        notices.round();
        notices.round();
        assertThat(shop.received("seen")).hasSize(2);
        assertThat(shop.pendingByChannel()).isEmpty();

        shop.recover();
        notices.round();
        assertThat(shop.received("seen").getLast().at("/headers/x-mms-event").asText())
                .isEqualTo("alert.close");
    }

    @Test
    void aReminderOfSomethingThatIsOverIsNotTriedAgain() {
        var shop = notices.shop();
        shop.configure(shop.webhook("over"));
        shop.revoke();
        notices.round();
        shop.failing("over", 500, 1);
        shop.remind();
        lease(shop, "now() + interval '1 minute'");
        shop.recover();
        notices.round();
        assertThat(shop.received("over")).as("its replica may be sending it").hasSize(2);

        lease(shop, "now() - interval '1 second'");
        shop.makeDue();
        notices.round();
        assertThat(shop.received("over").stream()
                        .map(one -> one.at("/headers/x-mms-event").asText()))
                .containsExactly("alert.open", "alert.update", "alert.close");
    }

    @Test
    void aChannelThatWasTakenOutOfTheConfigurationIsToldNothingMore() {
        var shop = notices.shop();
        var gone = shop.webhook("gone");
        var stays = shop.webhook("stays");
        var pager = shop.pager();
        shop.failing("gone", 500, 1);
        var id = shop.configure(gone, stays, pager);
        shop.revoke();
        notices.round();
        var alertId = shop.alertId();

        shop.change(id, stays);
        shop.makeDue();
        notices.round();
        assertThat(shop.received("gone")).as("only what was sent before").hasSize(1);
        shop.remind();
        assertThat(shop.received("gone")).hasSize(1);
        assertThat(shop.received("stays")).hasSize(2);

        shop.recover();
        notices.round();
        assertThat(shop.received("gone")).hasSize(1);
        assertThat(shop.received("stays")).hasSize(3);
        assertThat(shop.pages(alertId)).as("who is paged is let go").containsExactly(false, true);
        assertThat(shop.pendingByChannel()).isEmpty();
    }

    @Test
    void anAddressThatWasTakenOutOfTheConfigurationGetsNoMoreMails() {
        var shop = notices.shop();
        var mail = "former" + shop.groupId() + "@shop.test";
        var other = "other" + shop.groupId() + "@shop.test";
        var id =
                shop.configure(shop.notification(new Channel.Email(mail)), shop.notification(new Channel.Email(other)));
        shop.revoke();
        notices.round();
        assertThat(shop.pending()).as("there is no mail server").isNotEmpty();

        shop.change(id, shop.notification(new Channel.Email(other)));
        shop.makeDue();
        try (var mails = MailServer.start()) {
            notices.round();
            assertThat(mails.to(mail)).isEmpty();
            assertThat(mails.to(other)).hasSize(1);

            shop.recover();
            notices.round();
            assertThat(mails.to(mail)).isEmpty();
            assertThat(mails.to(other)).hasSize(2);
        }
    }

    @Test
    void whoeverIsMeantByARoleIsToldWhateverElseWasTakenOut() {
        var owner = "owner-and-more@shop.test";
        var shop = notices.shop(owner);
        var owners = shop.notification(new Channel.Group(true, false, List.of("GROUP_OWNER")));
        var id = shop.configure(owners, shop.notification(new Channel.Email(owner)));
        shop.revoke();
        notices.round();

        shop.change(id, owners);
        shop.makeDue();
        try (var mails = MailServer.start()) {
            notices.round();
            assertThat(mails.to(owner))
                    .as("by this configuration and by the one that every project has")
                    .hasSize(2);
        }
    }

    private void lease(NoticeFixture.Shop shop, String until) {
        database.query(
                "update notice_delivery set lease_until = " + until
                        + " where sent_at is null and notice_id in (select id from notice where group_id = ?)",
                shop.groupId());
    }
}
