package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                .filter(notification -> !meant(notification.channel()).isEmpty())
                .collect(Collectors.groupingBy(Notification::delayMin, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> mail(entry.getKey(), entry.getValue()));
        var others = notifications.stream().flatMap(notification -> channel(notification).stream());
        return Stream.concat(mails, others).toList();
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
                .map(notification -> meant(notification.channel()))
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

    /** By everything but mail. Telephones are kept and never called; HipChat is no more. */
    private static Optional<Audience> channel(Notification notification) {
        return switch (notification.channel()) {
            case Channel.Email ignored -> Optional.empty();
            case Channel.Group ignored -> Optional.empty();
            case Channel.Org ignored -> Optional.empty();
            case Channel.Team ignored -> Optional.empty();
            case Channel.User ignored -> Optional.empty();
            case Channel.Sms ignored -> Optional.empty();
            case Channel.HipChat ignored -> Optional.empty();
            case Channel.Datadog datadog -> Optional.of(byItself(notification, datadog));
            case Channel.MicrosoftTeams teams -> Optional.of(byItself(notification, teams));
            case Channel.OpsGenie opsGenie -> Optional.of(byItself(notification, opsGenie));
            case Channel.PagerDuty pagerDuty -> Optional.of(byItself(notification, pagerDuty));
            case Channel.Slack slack -> Optional.of(byItself(notification, slack));
            case Channel.VictorOps victorOps -> Optional.of(byItself(notification, victorOps));
            case Channel.Webhook webhook -> Optional.of(byItself(notification, webhook));
        };
    }

    private static Audience byItself(Notification notification, Channel channel) {
        return new Audience(
                notification.notifierId(),
                channel.type(),
                channel,
                List.of(),
                List.of(),
                notification.delayMin(),
                channel.type().reminds() ? null : notification.intervalMin());
    }

    /** Whom a channel means. Teams are not resolved: there are none here. A user is known by the address they sign in with. */
    public static Meant meant(Channel channel) {
        return switch (channel) {
            case Channel.Email email -> new Meant(List.of(), List.of(email.emailAddress()));
            case Channel.Group group -> named(group.emailEnabled(), group.roles(), ANYONE);
            case Channel.Org org -> named(org.emailEnabled(), org.roles(), ANYONE_OF_ORG);
            case Channel.User user when user.emailEnabled() -> new Meant(List.of(), List.of(user.username()));
            case Channel.User ignored -> Meant.NOBODY;
            case Channel.Team ignored -> Meant.NOBODY;
            case Channel.Sms ignored -> Meant.NOBODY;
            case Channel.HipChat ignored -> Meant.NOBODY;
            case Channel.Datadog ignored -> Meant.NOBODY;
            case Channel.MicrosoftTeams ignored -> Meant.NOBODY;
            case Channel.OpsGenie ignored -> Meant.NOBODY;
            case Channel.PagerDuty ignored -> Meant.NOBODY;
            case Channel.Slack ignored -> Meant.NOBODY;
            case Channel.VictorOps ignored -> Meant.NOBODY;
            case Channel.Webhook ignored -> Meant.NOBODY;
        };
    }

    private static Meant named(boolean byMail, List<String> roles, String anyone) {
        if (!byMail) {
            return Meant.NOBODY;
        }
        return new Meant(roles.isEmpty() ? List.of(anyone) : roles, List.of());
    }

    /** Whom a channel means that is a mail: by role, and by address. */
    public record Meant(List<String> roles, List<String> addresses) {
        static final Meant NOBODY = new Meant(List.of(), List.of());

        /** Whether it is no mail, or has nobody to go to. */
        public boolean isEmpty() {
            return roles.isEmpty() && addresses.isEmpty();
        }
    }

    /** By which roles somebody is found whom both {@code role} and one of {@code others} name: {@code GROUP_*} names whoever owns the project, too. */
    public static Stream<String> common(String role, List<String> others) {
        return others.stream().flatMap(other -> {
            if (role.equals(other) || role.equals(anyoneLike(other))) {
                return Stream.of(other);
            }
            return other.equals(anyoneLike(role)) ? Stream.of(role) : Stream.empty();
        });
    }

    private static String anyoneLike(String role) {
        return role.startsWith("ORG_") ? ANYONE_OF_ORG : ANYONE;
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
