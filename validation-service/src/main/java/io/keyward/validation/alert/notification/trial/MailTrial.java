package io.keyward.validation.alert.notification.trial;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.notification.AudienceRules;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.DeliveryIds;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.people.Crowd;
import io.keyward.validation.alert.notification.people.People;
import io.keyward.validation.alert.notification.transport.MailCourier;
import io.keyward.validation.alert.notification.transport.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Tries notifications that are mails. */
@ApplicationScoped
class MailTrial {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTHING_GOES_OUT = "Nothing goes out by this channel.";
    private static final String NOBODY = "Nobody who is meant has an address.";

    private final MailCourier mails;
    private final People people;

    MailTrial(MailCourier mails, People people) {
        this.mails = mails;
        this.people = people;
    }

    /** Sends a mail to everybody whom a notification means. */
    Uni<TrialResult> send(String groupId, Notification notification, Notice notice) {
        var meant = AudienceRules.meant(notification.channel());
        if (meant.isEmpty()) {
            return Uni.createFrom().item(TrialResult.of(notification, "NOBODY", NOTHING_GOES_OUT));
        }
        return crowd(groupId, meant)
                .map(crowd -> Stream.concat(crowd.addresses(meant.roles()).stream(), meant.addresses().stream())
                        .distinct()
                        .toList())
                .chain(addresses -> sendAll(notification, addresses, notice))
                .onFailure()
                .recoverWithItem(failure ->
                        TrialResult.of(notification, "FAILED", "Nobody says who is meant: " + failure.getMessage()));
    }

    private Uni<Crowd> crowd(String groupId, Meant meant) {
        if (meant.roles().isEmpty()) {
            return Uni.createFrom().item(new Crowd(List.of(), List.of()));
        }
        return ContextHop.call(
                () -> people.of(groupId).ifNoItem().after(PATIENCE).fail().subscribeAsCompletionStage());
    }

    private Uni<TrialResult> sendAll(Notification notification, List<String> addresses, Notice notice) {
        if (addresses.isEmpty()) {
            return Uni.createFrom().item(TrialResult.of(notification, "NOBODY", NOBODY));
        }
        return Multi.createFrom()
                .iterable(addresses)
                .onItem()
                .transformToUniAndConcatenate(address -> mails.send(
                        address, DeliveryIds.ofMail(notice.id(), notice.occasion(), address, address), notice))
                .collect()
                .asList()
                .map(outcomes -> outcomes.stream()
                        .filter(Outcome.Failed.class::isInstance)
                        .findFirst()
                        .map(failed -> TrialResult.of(notification, failed))
                        .orElseGet(() -> TrialResult.of(notification, "DELIVERED", String.join(", ", addresses))));
    }
}
