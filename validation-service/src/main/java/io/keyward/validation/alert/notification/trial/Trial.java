package io.keyward.validation.alert.notification.trial;

import io.keyward.atlas.ObjectIds;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;
import io.keyward.validation.alert.notification.DeliveryIds;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.delivery.Destinations;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.transport.ChannelCourier;
import io.keyward.validation.alert.notification.transport.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Sends a notice that says nothing but that the channel works. Where somebody would be paged by it, it is over at once. */
@ApplicationScoped
class Trial {
    private static final String EXPLANATION =
            "Somebody asked for this test of an alert configuration (%s). Nothing has happened, and there is nothing to do.";

    private final ChannelCourier channels;
    private final Destinations destinations;
    private final MailTrial mails;
    private final Clock clock;

    Trial(ChannelCourier channels, Destinations destinations, MailTrial mails, Clock clock) {
        this.channels = channels;
        this.destinations = destinations;
        this.mails = mails;
        this.clock = clock;
    }

    /** Tries every notification of a configuration, side by side; answers in their order. */
    Uni<List<TrialResult>> of(TrialStore.Subject subject) {
        var notice = notice(subject, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return Multi.createFrom()
                .iterable(subject.configuration().content().notifications())
                .onItem()
                .transformToUni(notification -> one(subject.configuration().groupId(), notification, notice))
                .merge(Math.max(
                        1, subject.configuration().content().notifications().size()))
                .collect()
                .asList()
                .map(results -> inOrder(subject, results));
    }

    private Uni<TrialResult> one(String groupId, Notification notification, Notice notice) {
        return destinations
                .open(groupId, notification.channel())
                .map(destination -> byChannel(notification, destination, notice))
                .orElseGet(() -> mails.send(groupId, notification, notice));
    }

    private Uni<TrialResult> byChannel(Notification notification, Destination destination, Notice notice) {
        return send(notification, destination, notice)
                .chain(outcome -> outcome instanceof Outcome.Delivered && lasts(notification.channel())
                        ? send(notification, destination, over(notice))
                        : Uni.createFrom().item(outcome))
                .map(outcome -> TrialResult.of(notification, outcome));
    }

    private Uni<Outcome> send(Notification notification, Destination destination, Notice notice) {
        var id = DeliveryIds.of(notice.id(), notice.occasion(), 0, notification.notifierId());
        return channels.send(notification.channel().type(), destination, notice, id);
    }

    /** Whether it goes on there until somebody says that it is over. */
    private static boolean lasts(Channel channel) {
        return channel.type().reminds();
    }

    private Notice over(Notice notice) {
        return notice.overSince(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Notice notice(TrialStore.Subject subject, Instant now) {
        var configuration = subject.configuration();
        return new Notice(
                ObjectIds.next(),
                Occasion.OPENED,
                Severity.INFO,
                Notice.TEST,
                new Notice.Project(configuration.groupId(), subject.project()),
                "TEST of a notification, nothing has happened",
                List.of(new Notice.Fact("Alert configuration", configuration.id())),
                null,
                now,
                null,
                null,
                EXPLANATION.formatted(configuration.content().type()),
                null,
                List.of(),
                null,
                null);
    }

    private static List<TrialResult> inOrder(TrialStore.Subject subject, List<TrialResult> results) {
        return subject.configuration().content().notifications().stream()
                .flatMap(notification ->
                        results.stream().filter(result -> result.notifierId().equals(notification.notifierId())))
                .toList();
    }
}
