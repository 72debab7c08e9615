package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told by a configuration, and when. One mail serves all who wait equally long, so that nobody gets it twice; every other channel is told by itself.
 */
public final class AudienceRules {
    /** Everybody in the project, whatever their role. */
    private static final String ANYONE = "GROUP_*";

    /** Everybody in the organisation. */
    private static final String ANYONE_OF_ORG = "ORG_*";

    private AudienceRules() {}

    /** Mails first, those who wait least first among them. */
    public static List<Audience> of(List<Notification> notifications) {
        var mails = notifications.stream()
                .filter(notification -> !people(notification.channel()).isEmpty())
                .collect(Collectors.groupingBy(Notification::delayMin, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> mail(entry.getKey(), entry.getValue()));
        return mails.toList();
    }

    /** Whoever runs the installation, by the channels that are set. */
    static List<Audience> ofOperators(List<String> addresses, List<ChannelType> types) {
        var mail = addresses.isEmpty() ? Stream.<Audience>empty() : Stream.of(operator(ChannelType.EMAIL, addresses));
        return Stream.concat(mail, types.stream().map(type -> operator(type, List.of())))
                .toList();
    }

    private static Audience operator(ChannelType type, List<String> addresses) {
        return new Audience("operators-" + type.name(), type, null, List.of(), addresses, 0, null);
    }

    private static Audience mail(int delayMin, List<Notification> notifications) {
        var people = notifications.stream()
                .map(notification -> people(notification.channel()))
                .toList();
        return new Audience(
                "mail-" + delayMin,
                ChannelType.EMAIL,
                null,
                people.stream()
                        .flatMap(some -> some.roles().stream())
                        .distinct()
                        .toList(),
                people.stream()
                        .flatMap(some -> some.addresses().stream())
                        .distinct()
                        .toList(),
                delayMin,
                null);
    }

    /** Teams are not resolved: there are none here. A user is known by the address they sign in with. */
    private static People people(Channel channel) {
        return switch (channel) {
            case Channel.Email email -> new People(List.of(), List.of(email.emailAddress()));
            case Channel.Group group -> named(group.emailEnabled(), group.roles(), ANYONE);
            case Channel.Org org -> named(org.emailEnabled(), org.roles(), ANYONE_OF_ORG);
            case Channel.User user when user.emailEnabled() -> new People(List.of(), List.of(user.username()));
            case Channel.User ignored -> People.NOBODY;
            case Channel.Team ignored -> People.NOBODY;
            case Channel.Sms ignored -> People.NOBODY;
            case Channel.HipChat ignored -> People.NOBODY;
            case Channel.Datadog ignored -> People.NOBODY;
            case Channel.MicrosoftTeams ignored -> People.NOBODY;
            case Channel.OpsGenie ignored -> People.NOBODY;
            case Channel.PagerDuty ignored -> People.NOBODY;
            case Channel.Slack ignored -> People.NOBODY;
            case Channel.VictorOps ignored -> People.NOBODY;
            case Channel.Webhook ignored -> People.NOBODY;
        };
    }

    private static People named(boolean byMail, List<String> roles, String anyone) {
        if (!byMail) {
            return People.NOBODY;
        }
        return new People(roles.isEmpty() ? List.of(anyone) : roles, List.of());
    }

    private record People(List<String> roles, List<String> addresses) {
        static final People NOBODY = new People(List.of(), List.of());

        boolean isEmpty() {
            return roles.isEmpty() && addresses.isEmpty();
        }
    }

    /**
     * Those who are told the same at the same time.
     *
     * @param key tells the audiences of an alert apart, and stays the same when the configuration changes
     * @param channel null for mails, and where settings say what it is
     * @param roles who gets a mail, by role: {@code GROUP_*} and {@code ORG_*} are everybody in the project or the organisation
     * @param addresses who else does
     * @param delayMin minutes that the condition lasts first
     * @param intervalMin minutes between reminders; null when there are none
     */
    public record Audience(
            String key,
            ChannelType type,
            @Nullable Channel channel,
            List<String> roles,
            List<String> addresses,
            int delayMin,
            @Nullable Integer intervalMin) {

        /** When it is due about something that is so since {@code since}. */
        Instant dueAt(Instant since) {
            return since.plus(Duration.ofMinutes(delayMin));
        }
    }
}
