package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who gets a mail by a configuration, and when. One mail serves all who wait equally long, so that nobody gets it twice. */
final class AudienceRules {
    private static final String OWNER = "GROUP_OWNER";

    private AudienceRules() {}

    /** Those who wait least come first. */
    static List<Audience> of(List<Notification> notifications) {
        return notifications.stream()
                .filter(notification -> reachesOwners(notification.channel())
                        || addresses(notification.channel()).findAny().isPresent())
                .collect(Collectors.groupingBy(Notification::delayMin, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> audience(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Audience audience(int delayMin, List<Notification> notifications) {
        return new Audience(
                delayMin,
                notifications.stream().anyMatch(notification -> reachesOwners(notification.channel())),
                notifications.stream()
                        .flatMap(notification -> addresses(notification.channel()))
                        .distinct()
                        .toList());
    }

    private static boolean reachesOwners(Channel channel) {
        return channel instanceof Channel.Group group
                && group.emailEnabled()
                && (group.roles().isEmpty() || group.roles().contains(OWNER));
    }

    private static Stream<String> addresses(Channel channel) {
        return channel instanceof Channel.Email email ? Stream.of(email.emailAddress()) : Stream.empty();
    }

    /**
     * Those who get the same mail at the same time.
     *
     * @param delayMin minutes that the condition lasts first
     * @param owners whether the project's owners do
     * @param addresses who else does
     */
    record Audience(int delayMin, boolean owners, List<String> addresses) {

        /** When the mail is due about something that is so since {@code since}. */
        Instant dueAt(Instant since) {
            return since.plus(Duration.ofMinutes(delayMin));
        }
    }
}
