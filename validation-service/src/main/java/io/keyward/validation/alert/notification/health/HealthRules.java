package io.keyward.validation.alert.notification.health;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.notification.AudienceRules;
import io.keyward.validation.alert.notification.health.ChannelHealth.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the attempts say of a notification. Mails to whoever has a role are told apart from mails to addresses, not by role. */
final class HealthRules {
    private static final String NO_TELEPHONE = "Nobody is called by telephone.";

    private HealthRules() {}

    /** @param attempts of its configuration */
    static ChannelHealth of(Notification notification, List<Attempts> attempts) {
        if (AudienceRules.of(List.of(notification)).isEmpty()) {
            return new ChannelHealth(null, null, whyNot(notification.channel()), Status.UNSENT);
        }
        var own = attempts.stream().filter(some -> concern(notification, some)).toList();
        var failed = own.stream()
                .filter(some -> some.failedAt() != null)
                .max(Comparator.comparing(some -> Objects.requireNonNull(some.failedAt())));
        var lastFailure = failed.map(Attempts::failedAt).orElse(null);
        var lastSuccess = latest(own, Attempts::sentAt);
        var reason = failed.map(Attempts::failure).orElse(null);
        return new ChannelHealth(lastFailure, lastSuccess, reason, status(own, lastFailure, lastSuccess));
    }

    private static Status status(List<Attempts> own, @Nullable Instant lastFailure, @Nullable Instant lastSuccess) {
        if (lastFailure == null && lastSuccess == null) {
            return Status.UNTRIED;
        }
        boolean failedLast = lastFailure != null && (lastSuccess == null || lastFailure.isAfter(lastSuccess));
        return failedLast || own.stream().anyMatch(Attempts::stuck) ? Status.FAILING : Status.DELIVERED;
    }

    private static boolean concern(Notification notification, Attempts attempts) {
        var meant = AudienceRules.meant(notification.channel());
        return meant.isEmpty()
                ? attempts.recipient().equals(notification.notifierId())
                : attempts.mail()
                        && (attempts.named()
                                ? meant.addresses().contains(attempts.recipient())
                                : !meant.roles().isEmpty());
    }

    private static @Nullable Instant latest(List<Attempts> own, Function<Attempts, @Nullable Instant> moment) {
        return own.stream()
                .flatMap(some -> Optional.ofNullable(moment.apply(some)).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String whyNot(Channel channel) {
        return switch (channel) {
            case Channel.Team ignored -> "There are no teams here.";
            case Channel.HipChat ignored -> "HipChat is no more.";
            case Channel.Sms ignored -> NO_TELEPHONE;
            case Channel.Group ignored -> "Mail is off. " + NO_TELEPHONE;
            case Channel.Org ignored -> "Mail is off. " + NO_TELEPHONE;
            case Channel.User ignored -> "Mail is off. " + NO_TELEPHONE;
            case Channel.Email ignored -> sent();
            case Channel.Datadog ignored -> sent();
            case Channel.MicrosoftTeams ignored -> sent();
            case Channel.OpsGenie ignored -> sent();
            case Channel.PagerDuty ignored -> sent();
            case Channel.Slack ignored -> sent();
            case Channel.VictorOps ignored -> sent();
            case Channel.Webhook ignored -> sent();
        };
    }

    private static String sent() {
        throw new IllegalStateException("something goes out by this channel");
    }
}
