package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.atlas.ObjectIds;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Sealing;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.alert.store.AlertFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestCloud;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Projects whose keys are lost, and what is told of it, round by round. */
@ApplicationScoped
class NoticeFixture {
    static final String PAGER_KEY = "0123456789abcdef0123456789abab12";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    Database database;

    /** What earlier tests left is told to nobody any more. */
    void quiet() {
        database.query("update notice set given_up_at = now() where addressed_at is null");
        database.query("update notice_delivery set given_up_at = now() where sent_at is null");
    }

    /** What happens at each tick. */
    void round() {
        try {
            VertxContextSupport.subscribeAndAwait(rounds::round);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A project with a key in use, and with these owners. */
    Shop shop(String... owners) {
        var shop = new Shop();
        setup.create(shop.groupId, "Shop");
        crowds.owners(shop.groupId, owners);
        keyUses.configure(shop.groupId, 1, TestCloud.use(ObjectIds.next(), shop.arn));
        checks.check(shop.groupId);
        return shop;
    }

    /** A project that is told when its key is lost. */
    final class Shop {
        private final String groupId = ObjectIds.next();
        private final String arn = TestCloud.createKey();

        String groupId() {
            return groupId;
        }

        String arn() {
            return arn;
        }

        /** One more configuration for lost keys; answers its id. */
        String configure(Notification... notifications) {
            return setup.configure(groupId, content(notifications));
        }

        /** Makes these the notifications of a configuration. */
        void change(String configurationId, Notification... notifications) {
            setup.change(groupId, configurationId, content(notifications));
        }

        void forget(String configurationId) {
            setup.forget(groupId, configurationId);
        }

        Notification webhook(String word) {
            return notification(new Channel.Webhook(secret(webhookUrl(word)), secret("signing-secret"), null, null));
        }

        Notification pager() {
            return notification(new Channel.PagerDuty(secret(PAGER_KEY), "US"));
        }

        Notification notification(Channel channel) {
            return new Notification(ObjectIds.next(), 0, channel.type().reminds() ? null : 60, null, channel);
        }

        Secret secret(String text) {
            return new Secret(sealed(text), "shown");
        }

        String sealed(String text) {
            return sealing.seal(groupId, text);
        }

        /** The customer takes the key away, and it is found out. */
        void revoke() {
            TestCloud.disable(arn);
            checks.check(groupId);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(alerts.open(groupId)).isNotEmpty());
        }

        void recover() {
            TestCloud.enable(arn);
            checks.check(groupId);
        }

        /** It is time for a reminder, wherever there is one. */
        void remind() {
            database.query(
                    "update notice set remind_at = now() - interval '1 second' where group_id = ? and remind_at is not null",
                    groupId);
            round();
        }

        void acknowledge() {
            database.query(
                    "update alert set acknowledged_until = now() + interval '1 day' where group_id = ?", groupId);
        }

        /** Makes the webhook of that word fail. */
        void failing(String word, int status, int times) {
            TestChannels.fail("webhook", status, times, "", word + groupId);
        }

        /** What the webhook of that word got. */
        List<JsonNode> received(String word) {
            return TestChannels.received("webhook", word + groupId);
        }

        /** Whether the page that was made for this project has been resolved, by each request that came about it. */
        List<Boolean> pages(String alertId) {
            return TestChannels.received("pager-duty", alertId).stream()
                    .map(one -> one.at("/body").asText().contains("\"resolve\""))
                    .toList();
        }

        List<String> ids(String word) {
            return received(word).stream()
                    .map(one -> one.at("/headers/keyward-delivery").asText())
                    .distinct()
                    .toList();
        }

        /** The alert that channels other than mail are told of. */
        String alertId() {
            return database.one(
                    "select distinct alert_id from notice where group_id = ? and channel_type <> 'EMAIL'", groupId);
        }

        /** What has not gone out, each with what went wrong last. */
        List<String> pending() {
            return database.query("""
                    select d.last_failure from notice_delivery d join notice n on n.id = d.notice_id
                    where n.group_id = ? and d.sent_at is null""", groupId);
        }

        /** What of it goes by a channel other than mail. */
        List<String> pendingByChannel() {
            return database.query("""
                    select d.last_failure from notice_delivery d join notice n on n.id = d.notice_id
                    where n.group_id = ? and d.sent_at is null and n.channel_type <> 'EMAIL'""", groupId);
        }

        /** How often deliveries by that type were tried in vain, in all. */
        int failures(String type) {
            return Integer.parseInt(database.one("""
                    select coalesce(sum(d.attempts), 0)::text from notice_delivery d join notice n on n.id = d.notice_id
                    where n.group_id = ? and n.channel_type = ?""", groupId, type));
        }

        /** Pauses between attempts are over. */
        void makeDue() {
            database.query("""
                    update notice_delivery set next_attempt_at = now() - interval '1 second'
                    where sent_at is null and notice_id in (select id from notice where group_id = ?)""", groupId);
        }

        private String webhookUrl(String word) {
            return TestChannels.webhookUrl(word + groupId);
        }

        private AlertConfiguration.Content content(Notification... notifications) {
            return new AlertConfiguration.Content(
                    AlertType.AWS_ENCRYPTION_KEY_INVALID, true, null, null, List.of(), List.of(notifications));
        }
    }
}
