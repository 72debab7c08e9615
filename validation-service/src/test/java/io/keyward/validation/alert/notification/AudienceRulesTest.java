package io.keyward.validation.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.notification.AudienceRules.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceRulesTest {

    @Test
    void ownersGetAMailByAGroupThatHasThem() {
        assertThat(of(group(true, "GROUP_OWNER"))).containsExactly(new Audience(0, true, List.of()));
        assertThat(of(group(true))).containsExactly(new Audience(0, true, List.of()));
        assertThat(of(group(true, "GROUP_READ_ONLY"))).isEmpty();
        assertThat(of(group(false, "GROUP_OWNER"))).isEmpty();
    }

    @Test
    void whoWaitsEquallyLongSharesAMail() {
        var audiences = AudienceRules.of(List.of(
                notification(30, new Channel.Email("late@example.com")),
                notification(0, group(true, "GROUP_OWNER")),
                notification(0, new Channel.Email("a@example.com")),
                notification(0, new Channel.Email("a@example.com"))));

        assertThat(audiences)
                .containsExactly(
                        new Audience(0, true, List.of("a@example.com")),
                        new Audience(30, false, List.of("late@example.com")));
    }

    @Test
    void otherChannelsAreNoMails() {
        assertThat(of(new Channel.Slack(new Secret("sealed", "shown"), "ops"))).isEmpty();
        assertThat(of(new Channel.User("ada", true, false))).isEmpty();
    }

    private static List<Audience> of(Channel channel) {
        return AudienceRules.of(List.of(notification(0, channel)));
    }

    private static Notification notification(int delayMin, Channel channel) {
        return new Notification("n", delayMin, 60, null, channel);
    }

    private static Channel group(boolean mail, String... roles) {
        return new Channel.Group(mail, !mail, List.of(roles));
    }
}
