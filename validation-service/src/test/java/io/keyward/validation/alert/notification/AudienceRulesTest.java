package io.keyward.validation.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.notification.AudienceRules.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceRulesTest {

    @Test
    void peopleGetAMailByTheirRoles() {
        assertThat(of(group(true, "GROUP_OWNER"))).containsExactly(mail(0, List.of("GROUP_OWNER"), List.of()));
        assertThat(of(group(true))).containsExactly(mail(0, List.of("GROUP_*"), List.of()));
        assertThat(of(group(false, "GROUP_OWNER"))).isEmpty();
        assertThat(of(new Channel.Org(true, false, List.of()))).containsExactly(mail(0, List.of("ORG_*"), List.of()));
        assertThat(of(new Channel.User("ada@example.com", true, false)))
                .containsExactly(mail(0, List.of(), List.of("ada@example.com")));
        assertThat(of(new Channel.User("ada@example.com", false, true))).isEmpty();
        assertThat(of(new Channel.Team("t", null, true, false))).isEmpty();
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
                        mail(0, List.of("GROUP_OWNER"), List.of("a@example.com")),
                        mail(30, List.of(), List.of("late@example.com")));
    }

    @Test
    void everyOtherChannelIsToldByItself() {
        var slack = new Channel.Slack(new Secret("sealed", "shown"), "ops");
        var pager = new Channel.PagerDuty(new Secret("sealed", "shown"), "US");
        assertThat(of(slack)).containsExactly(new Audience("n", ChannelType.SLACK, slack, List.of(), List.of(), 0, 60));
        assertThat(of(pager))
                .containsExactly(new Audience("n", ChannelType.PAGER_DUTY, pager, List.of(), List.of(), 0, null));
        assertThat(of(new Channel.Sms("123"))).isEmpty();
        assertThat(of(new Channel.HipChat(new Secret("sealed", "shown"), "room")))
                .isEmpty();
    }

    private static Audience mail(int delayMin, List<String> roles, List<String> addresses) {
        return new Audience("mail-" + delayMin, ChannelType.EMAIL, null, roles, addresses, delayMin, null);
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
