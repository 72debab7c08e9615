package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.AudienceRules;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.queue.Delivery;
import java.util.List;
import java.util.Optional;

/** Whether somebody wants to be told what waits, by the configuration as it is now. It may have been changed, turned off or deleted since the alert opened. */
final class WishRules {
    private WishRules() {}

    /**
     * Whether a delivery is to be made. Where somebody is paged until it is over, that it is over is said in any case. A mail goes to whoever may be meant by
     * a role that is still named.
     *
     * @param configuration empty when it is gone
     */
    static boolean isWanted(Delivery delivery, Optional<AlertConfiguration.Content> configuration) {
        var route = delivery.route();
        if (route.configurationId().isEmpty()
                || delivery.occasion() == Occasion.RECOVERED && route.type().reminds()) {
            return true;
        }
        if (route.type() == ChannelType.EMAIL) {
            var meant = stillMeant(route.meant(), configuration);
            return !meant.roles().isEmpty() || meant.addresses().contains(delivery.recipient());
        }
        return wishes(configuration).stream()
                .anyMatch(wish -> wish.notifierId().equals(delivery.recipient())
                        && wish.channel().type() == route.type());
    }

    /**
     * Those of whom a mail was meant for that it is meant for now. Nobody new: they were not told that it began.
     *
     * @param configuration empty when it is gone
     */
    static Meant stillMeant(Meant told, Optional<AlertConfiguration.Content> configuration) {
        var now = wishes(configuration).stream()
                .map(wish -> AudienceRules.meant(wish.channel()))
                .toList();
        return new Meant(
                told.roles().stream()
                        .flatMap(role -> now.stream().flatMap(some -> AudienceRules.common(role, some.roles())))
                        .distinct()
                        .toList(),
                told.addresses().stream()
                        .filter(address ->
                                now.stream().anyMatch(some -> some.addresses().contains(address)))
                        .toList());
    }

    private static List<Notification> wishes(Optional<AlertConfiguration.Content> configuration) {
        return configuration
                .filter(AlertConfiguration.Content::enabled)
                .map(AlertConfiguration.Content::notifications)
                .orElse(List.of());
    }
}
