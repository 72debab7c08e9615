package io.keyward.validation.alert.notification.delivery;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.DeliveryIds;
import io.keyward.validation.alert.notification.people.Crowd;
import io.keyward.validation.alert.notification.people.People;
import io.keyward.validation.alert.notification.queue.NoticeQueueStore.Recipient;
import io.keyward.validation.alert.notification.queue.NoticeQueueStore.Unaddressed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds out who gets a notice, when it is to be sent: who owned the project when the key was lost does not matter, and who was taken out of the configuration
 * meanwhile gets nothing.
 */
@ApplicationScoped
class Recipients {
    private static final Logger LOG = Logger.getLogger(Recipients.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConfigurationStore configurations;
    private final People people;
    private final Sender sender;

    Recipients(ConfigurationStore configurations, People people, Sender sender) {
        this.configurations = configurations;
        this.people = people;
        this.sender = sender;
    }

    /** Everybody who is to be told; a channel is one. Fails when nobody says who that is. */
    Uni<List<Recipient>> of(Unaddressed notice) {
        if (notice.type() != ChannelType.EMAIL) {
            return Uni.createFrom().item(List.of(channel(notice)));
        }
        return meant(notice)
                .chain(meant -> crowd(notice, meant).map(crowd -> recipients(notice, meant, crowd)))
                .invoke(recipients -> complainOfNobody(notice, recipients));
    }

    private static Recipient channel(Unaddressed notice) {
        var id = DeliveryIds.of(notice.alertId(), notice.occasion(), notice.sequence(), notice.audience());
        return new Recipient(notice.audience(), id);
    }

    /** Operators' addresses are settings. */
    private Uni<Meant> meant(Unaddressed notice) {
        return notice.configurationId().isEmpty()
                ? Uni.createFrom().item(notice.meant())
                : configurations
                        .find(notice.groupId(), notice.configurationId())
                        .map(found -> WishRules.stillMeant(notice.meant(), found.map(AlertConfiguration::content)));
    }

    private Uni<Crowd> crowd(Unaddressed notice, Meant meant) {
        if (meant.roles().isEmpty()) {
            return Uni.createFrom().item(new Crowd(List.of(), List.of()));
        }
        return ContextHop.call(() ->
                people.of(notice.groupId()).ifNoItem().after(PATIENCE).fail().subscribeAsCompletionStage());
    }

    private List<Recipient> recipients(Unaddressed notice, Meant meant, Crowd crowd) {
        return Stream.concat(crowd.addresses(meant.roles()).stream(), meant.addresses().stream())
                .filter(email -> email.contains("@"))
                .distinct()
                .map(email -> new Recipient(
                        email, DeliveryIds.ofMail(notice.alertId(), notice.occasion(), email, sender.address())))
                .toList();
    }

    private static void complainOfNobody(Unaddressed notice, List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            LOG.warnf(
                    "groupId=%s nobody could be told of alert %s: nobody who is meant has an address",
                    notice.groupId(), notice.alertId());
        }
    }
}
