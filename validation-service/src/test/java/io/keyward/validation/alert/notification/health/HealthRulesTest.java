package io.keyward.validation.alert.notification.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.notification.health.ChannelHealth.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule({"N4", "N5"})
class HealthRulesTest {
    private static final String ID = "64b0c0ffee64b0c0ffee64b1";
    private static final Notification SLACK = notification(new Channel.Slack(new Secret("sealed", "shown"), "#ops"));
    private static final Notification OWNERS = notification(new Channel.Group(true, false, List.of("GROUP_OWNER")));
    private static final Notification ADA = notification(new Channel.Email("ada@shop.test"));

    @ParameterizedTest(name = "sent {0}, failed {1}, stuck {2}: {3}")
    @CsvSource({
        ",                     ,                     false, UNTRIED",
        "2026-11-22T10:00:00Z, ,                     false, DELIVERED",
        ",                     2026-11-22T10:00:00Z, true,  FAILING",
        ",                     2026-11-22T10:00:00Z, false, FAILING",
        "2026-11-22T10:00:00Z, 2026-11-22T09:00:00Z, false, DELIVERED",
        "2026-11-22T10:00:00Z, 2026-11-22T09:00:00Z, true,  FAILING",
        "2026-11-22T10:00:00Z, 2026-11-22T11:00:00Z, false, FAILING",
    })
    void theLastAttemptSaysIt(@Nullable Instant sent, @Nullable Instant failed, boolean stuck, Status status) {
        var attempts = List.of(attempts(ID, false, false, sent, failed, stuck));

        var health = HealthRules.of(SLACK, attempts);

        assertThat(health.status()).isEqualTo(status);
        assertThat(health.lastSuccess()).isEqualTo(sent);
        assertThat(health.lastFailure()).isEqualTo(failed);
        assertThat(health.reason()).isEqualTo(failed == null ? null : "HTTP 500");
    }

    @Test
    void mailsToAddressesAndMailsByRoleAreToldApart() {
        var at = Instant.parse("2026-11-22T10:00:00Z");
        var attempts = List.of(
                attempts("ada@shop.test", true, true, null, at, true),
                attempts("bob@shop.test", true, false, at, null, false),
                attempts(ID, false, false, null, at, true));

        assertThat(HealthRules.of(ADA, attempts).status()).isEqualTo(Status.FAILING);
        assertThat(HealthRules.of(OWNERS, attempts).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void whatIsKeptAndNeverSentSaysSo() {
        var unsent = List.of(
                new Channel.Team("64b0c0ffee64b0c0ffee64b7", "ops", true, true),
                new Channel.Sms("+1 555 0100"),
                new Channel.HipChat(new Secret("sealed", "shown"), "ops"),
                new Channel.Group(false, true, List.of()),
                new Channel.Org(false, true, List.of()),
                new Channel.User("ada@shop.test", false, true));

        assertThat(unsent).allSatisfy(channel -> {
            var health = HealthRules.of(notification(channel), List.of());
            assertThat(health.status()).isEqualTo(Status.UNSENT);
            assertThat(health.reason()).isNotBlank();
        });
    }

    private static Attempts attempts(
            String recipient,
            boolean mail,
            boolean named,
            @Nullable Instant sent,
            @Nullable Instant failed,
            boolean stuck) {
        return new Attempts(
                "66f0c0ffee66f0c0ffee66f0",
                recipient,
                mail,
                named,
                sent,
                failed,
                failed == null ? null : "HTTP 500",
                stuck);
    }

    private static Notification notification(Channel channel) {
        return new Notification(ID, 0, null, null, channel);
    }
}
