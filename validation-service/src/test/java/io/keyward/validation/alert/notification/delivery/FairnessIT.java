package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.notification.delivery.NoticeFixture.Shop;
import io.keyward.validation.operator.OperatorAlertType;
import io.keyward.validation.operator.OperatorAlerts;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is told late because others have much to be told, because others cannot be reached, or because something of ours fails. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule("N5")
class FairnessIT {
    private static final int MORE_THAN_A_ROUND = 120;
    private static final OperatorAlertType PAGED = OperatorAlertType.UNKNOWN_PROVIDER_ANSWER;

    @Inject
    NoticeFixture notices;

    @Inject
    OperatorAlerts operators;

    @Inject
    Database database;

    @BeforeEach
    void nothingIsLeft() {
        notices.quiet();
    }

    @AfterEach
    void everythingHeals() {
        TestChannels.heal("webhook");
        run(() -> operators.close(PAGED, "The test is over."));
        database.query("update operator_alert set closed_at = closed_at - interval '1 hour'");
        notices.quiet();
    }

    @Test
    void aProjectWithManyToTellHoldsUpNoOther() {
        var crowded = crowdedShop();
        var small = notices.shop("ada@small.test");
        small.revoke();
        notices.round();

        assertThat(small.failures("EMAIL"))
                .as("tried, though there is no mail server")
                .isEqualTo(1);
        assertThat(crowded.failures("EMAIL")).isPositive();
    }

    @Test
    void manyMailsHoldUpNoOtherChannel() {
        var crowded = crowdedShop();
        crowded.configure(crowded.webhook("fast"));
        notices.round();

        assertThat(crowded.received("fast")).hasSize(1);
    }

    @Test
    void manyMailsHoldUpNoPageOfOperators() {
        crowdedShop();
        run(() -> operators.open(PAGED, "An answer without a rule.", "Look at it.", Map.of()));
        notices.round();
        var id = database.one("select id from operator_alert where type = ? and closed_at is null", PAGED.name());

        assertThat(TestChannels.received("pager-duty", id)).hasSize(1);
        assertThat(
                        database.query(
                                "select attempts::text from notice_delivery where recipient like '%@keyward.test' and sent_at is null and given_up_at is null"))
                .as("tried, though there is no mail server")
                .containsOnly("1");
    }

    @Test
    void aChannelThatHangsHoldsUpNoOther() throws IOException {
        try (var hanging = new ServerSocket(0)) {
            var shop = notices.shop();
            shop.configure(
                    shop.notification(new Channel.Webhook(
                            shop.secret("http://localhost:" + hanging.getLocalPort() + "/"), null, null, null)),
                    shop.webhook("fast"));
            shop.revoke();
            notices.round();

            assertThat(database.one("""
                    select bool_and(fast.sent_at < slow.last_failed_at)::text
                    from notice_delivery fast join notice f on f.id = fast.notice_id
                    join notice s on s.group_id = f.group_id join notice_delivery slow on slow.notice_id = s.id
                    where f.group_id = ? and fast.sent_at is not null and slow.attempts > 0""", shop.groupId())).isEqualTo("true");
        }
    }

    @Test
    void whatIsNewHoldsUpNothingThatFailed() {
        var unlucky = notices.shop();
        unlucky.failing("flaky", 500, 1);
        unlucky.configure(unlucky.webhook("flaky"));
        unlucky.revoke();
        notices.round();
        assertThat(unlucky.pendingByChannel()).hasSize(1);

        crowdedShop();
        unlucky.makeDue();
        notices.round();
        assertThat(unlucky.pendingByChannel()).isEmpty();
    }

    @Test
    void aReminderThatCannotBeWrittenHoldsUpNothingElse() {
        var stuck = notices.shop();
        stuck.configure(stuck.webhook("stuck"));
        stuck.revoke();
        notices.round();
        var other = notices.shop();
        other.configure(other.webhook("other"));
        other.revoke();
        database.query("""
                create function no_reminder() returns trigger language plpgsql as
                $$ begin raise exception 'a test lets nothing be written here'; end $$""");
        database.query("create trigger no_reminder before insert on notice for each row when (new.group_id = '"
                + stuck.groupId() + "' and new.occasion = 'REMINDED') execute function no_reminder()");
        try {
            stuck.remind();
        } finally {
            database.query("drop trigger no_reminder on notice");
            database.query("drop function no_reminder()");
        }

        assertThat(other.received("other")).hasSize(1);
    }

    /** Many mails of it wait, and have waited longest. */
    private Shop crowdedShop() {
        var shop = notices.shop(addresses());
        shop.revoke();
        notices.round();
        return shop;
    }

    private static void run(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] addresses() {
        return IntStream.range(0, MORE_THAN_A_ROUND)
                .mapToObj(number -> "owner" + number + "@crowd.test")
                .toArray(String[]::new);
    }
}
