package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.AudienceRules;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.queue.Delivery;
import io.keyward.validation.alert.notification.queue.Delivery.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule({"N4", "N5"})
class WishRulesTest {
    private static final String SLACK = "64b0c0ffee64b0c0ffee64b1";
    private static final String PAGER = "64b0c0ffee64b0c0ffee64b2";
    private static final Meant NOBODY = new Meant(List.of(), List.of());

    @ParameterizedTest(name = "{0} to {1}, configuration {2}: {3}")
    @CsvSource({
        "OPENED,    SLACK,      AS_IT_WAS, true",
        "REMINDED,  SLACK,      AS_IT_WAS, true",
        "RECOVERED, SLACK,      AS_IT_WAS, true",
        "OPENED,    PAGER_DUTY, AS_IT_WAS, true",
        "OPENED,    SLACK,      WITHOUT,   false",
        "REMINDED,  SLACK,      WITHOUT,   false",
        "RECOVERED, SLACK,      WITHOUT,   false",
        "OPENED,    PAGER_DUTY, WITHOUT,   false",
        "RECOVERED, PAGER_DUTY, WITHOUT,   true",
        "OPENED,    SLACK,      OFF,       false",
        "RECOVERED, SLACK,      OFF,       false",
        "RECOVERED, PAGER_DUTY, OFF,       true",
        "OPENED,    SLACK,      GONE,      false",
        "RECOVERED, SLACK,      GONE,      false",
        "RECOVERED, PAGER_DUTY, GONE,      true",
    })
    void aChannelIsToldWhileItsNotificationIsThere(
            Occasion occasion, ChannelType type, Standing standing, boolean wanted) {
        var recipient = type == ChannelType.SLACK ? SLACK : PAGER;

        assertThat(WishRules.isWanted(delivery(occasion, type, recipient, NOBODY), standing.configuration()))
                .isEqualTo(wanted);
    }

    @Test
    void whatBecameAnotherChannelIsNotToldWhatWasForTheFormer() {
        var delivery = delivery(Occasion.OPENED, ChannelType.WEBHOOK, SLACK, NOBODY);

        assertThat(WishRules.isWanted(delivery, Standing.AS_IT_WAS.configuration()))
                .isFalse();
    }

    @ParameterizedTest(name = "meant {0} and {1}: {2} gets a mail: {3}")
    @CsvSource({
        "GROUP_OWNER,     '',             ada@shop.test,  true",
        "GROUP_READ_ONLY, '',             ada@shop.test,  false",
        "'',              ops@shop.test,  ops@shop.test,  true",
        "'',              gone@shop.test, gone@shop.test, false",
        "GROUP_OWNER,     gone@shop.test, gone@shop.test, true",
    })
    void aMailGoesToWhoeverIsMeantStill(String roles, String addresses, String recipient, boolean wanted) {
        var meant = new Meant(roles.lines().toList(), addresses.lines().toList());

        assertThat(WishRules.isWanted(
                        delivery(Occasion.OPENED, ChannelType.EMAIL, recipient, meant),
                        Standing.AS_IT_WAS.configuration()))
                .isEqualTo(wanted);
    }

    @Test
    void nobodyNewIsMeant() {
        var told = new Meant(List.of("GROUP_READ_ONLY"), List.of("gone@shop.test"));

        assertThat(WishRules.stillMeant(told, Standing.AS_IT_WAS.configuration()))
                .isEqualTo(NOBODY);
        assertThat(WishRules.stillMeant(told, Optional.empty())).isEqualTo(NOBODY);
    }

    /** Everybody in a project, and its owners: whoever both name is told on, whichever came first. */
    @ParameterizedTest(name = "told {0}, now {1}: {2}")
    @CsvSource({
        "GROUP_OWNER, GROUP_*,         GROUP_OWNER",
        "GROUP_*,     GROUP_OWNER,     GROUP_OWNER",
        "GROUP_*,     GROUP_*,         GROUP_*",
        "ORG_OWNER,   ORG_*,           ORG_OWNER",
        "ORG_*,       ORG_MEMBER,      ORG_MEMBER",
        "GROUP_OWNER, ORG_*,           ''",
        "GROUP_*,     ORG_OWNER,       ''",
        "GROUP_OWNER, GROUP_READ_ONLY, ''",
    })
    void whoeverBothNameIsMeantStill(String told, String now, String still) {
        assertThat(AudienceRules.common(told, List.of(now)))
                .containsExactlyElementsOf(still.lines().toList());
    }

    @Test
    void aMailToOwnersGoesOutThoughEverybodyIsMeantByNow() {
        var told = new Meant(List.of("GROUP_OWNER"), List.of());
        var everybody = new AlertConfiguration.Content(
                AlertType.AWS_ENCRYPTION_KEY_INVALID,
                true,
                null,
                null,
                List.of(),
                List.of(notification("64b0c0ffee64b0c0ffee64b3", new Channel.Group(true, false, List.of()))));

        assertThat(WishRules.stillMeant(told, Optional.of(everybody))).isEqualTo(told);
    }

    @Test
    void operatorsAreToldByTheirSettings() {
        var route = new Route(ChannelType.SLACK, "", "", "", NOBODY);
        var delivery = new Delivery(
                1, UUID.randomUUID(), "operators-SLACK", "id", Occasion.OPENED, "{}", 0, Instant.EPOCH, route);

        assertThat(WishRules.isWanted(delivery, Optional.empty())).isTrue();
    }

    enum Standing {
        AS_IT_WAS,
        WITHOUT,
        OFF,
        GONE;

        Optional<AlertConfiguration.Content> configuration() {
            return switch (this) {
                case AS_IT_WAS -> Optional.of(content(true, SLACK, PAGER));
                case WITHOUT -> Optional.of(content(true));
                case OFF -> Optional.of(content(false, SLACK, PAGER));
                case GONE -> Optional.empty();
            };
        }
    }

    private static AlertConfiguration.Content content(boolean enabled, String... channels) {
        var all = new ArrayList<Notification>();
        all.add(notification("64b0c0ffee64b0c0ffee64b3", new Channel.Group(true, false, List.of("GROUP_OWNER"))));
        all.add(notification("64b0c0ffee64b0c0ffee64b4", new Channel.Email("ops@shop.test")));
        for (var id : channels) {
            all.add(notification(
                    id,
                    id.equals(SLACK)
                            ? new Channel.Slack(new Secret("sealed", "shown"), "#ops")
                            : new Channel.PagerDuty(new Secret("sealed", "shown"), "US")));
        }
        return new AlertConfiguration.Content(
                AlertType.AWS_ENCRYPTION_KEY_INVALID, enabled, null, null, List.of(), all);
    }

    private static Notification notification(String id, Channel channel) {
        return new Notification(id, 0, null, null, channel);
    }

    private static Delivery delivery(Occasion occasion, ChannelType type, String recipient, Meant meant) {
        var route = new Route(type, "64b0c0ffee64b0c0ffee64b0", "66f0c0ffee66f0c0ffee66f0", "{}", meant);
        return new Delivery(1, UUID.randomUUID(), recipient, "id", occasion, "{}", 0, Instant.EPOCH, route);
    }
}
