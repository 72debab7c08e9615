package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.condition.AlertType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who is told by a configuration. Order and number are kept as they were sent; a notification that was there before keeps its id and its secrets. */
final class NotificationRules {
    private static final int MOST = 25;
    private static final int HOURLY = 60;
    private static final int LEAST_INTERVAL = 5;
    private static final int LONGEST_MINUTES = 525_600;

    private NotificationRules() {}

    /**
     * @param earlier the notifications that there were before
     * @param sealing makes of a secret what may be stored
     */
    static List<Notification> read(
            @Nullable List<NotificationRequest> sent,
            List<Notification> earlier,
            AlertType type,
            UnaryOperator<String> sealing) {
        var all = sent == null ? List.<NotificationRequest>of() : sent;
        if (all.isEmpty() && !type.isForOperators()) {
            throw Refusal.of(ErrorCode.MISSING_NOTIFICATIONS);
        }
        if (all.size() > MOST) {
            throw Refusal.of(ErrorCode.MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED, MOST);
        }
        var remaining = new ArrayList<>(earlier);
        var read = new ArrayList<Notification>();
        for (int index = 0; index < all.size(); index++) {
            var path = "notifications[" + index + "]";
            var one = all.get(index);
            var kind = kind(path, one);
            var before = before(one, kind, index, earlier).filter(remaining::remove);
            read.add(read(path, one, kind, before, sealing));
        }
        if (read.stream().filter(one -> one.channel() instanceof Channel.Group).count() > 1) {
            throw Refusal.of(ErrorCode.TOO_MANY_GROUP_NOTIFICATIONS);
        }
        return List.copyOf(read);
    }

    private static Notification read(
            String path,
            NotificationRequest sent,
            ChannelType kind,
            Optional<Notification> before,
            UnaryOperator<String> sealing) {
        var secrets =
                new SecretRules(path, before.map(one -> one.channel().secrets()).orElse(Map.of()), sealing);
        return new Notification(
                before.map(Notification::notifierId).orElseGet(ObjectIds::next),
                delay(path, sent.delayMin()),
                interval(path, sent.intervalMin(), kind),
                Demands.optionalText(path + ".integrationId", sent.integrationId(), 100),
                new ChannelRules(path, sent, secrets).read(kind));
    }

    private static ChannelType kind(String path, NotificationRequest sent) {
        return ChannelType.named(Demands.text(path + ".typeName", sent.typeName()))
                .orElseThrow(() -> Refusal.of(
                                ErrorCode.UNSUPPORTED_NOTIFICATION_TYPE, path + ".typeName", ChannelType.names())
                        .withField(path + ".typeName", "must be one of " + ChannelType.names()));
    }

    /** The one that it names; one that names none takes the place of the one of its kind in the same place. */
    private static Optional<Notification> before(
            NotificationRequest sent, ChannelType kind, int index, List<Notification> earlier) {
        var id = sent.notifierId();
        var named = id == null || id.isBlank()
                ? earlier.stream().skip(index).limit(1)
                : earlier.stream().filter(one -> one.notifierId().equals(id));
        return named.filter(one -> one.channel().type() == kind).findFirst();
    }

    private static int delay(String path, @Nullable Integer sent) {
        return sent == null ? 0 : Demands.within(path + ".delayMin", sent, 0, LONGEST_MINUTES);
    }

    private static @Nullable Integer interval(String path, @Nullable Integer sent, ChannelType kind) {
        if (kind.reminds()) {
            return null;
        }
        if (sent != null && sent < LEAST_INTERVAL) {
            throw Refusal.of(ErrorCode.NOTIFICATION_INTERVAL_OUT_OF_RANGE, path + ".intervalMin", LEAST_INTERVAL);
        }
        return sent == null
                ? HOURLY
                : (Integer) Demands.within(path + ".intervalMin", sent, LEAST_INTERVAL, LONGEST_MINUTES);
    }
}
