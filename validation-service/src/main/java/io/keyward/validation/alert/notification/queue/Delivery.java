package io.keyward.validation.alert.notification.queue;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.AudienceRules.Meant;
import io.keyward.validation.alert.notification.Occasion;
import java.time.Instant;
import java.util.UUID;

/**
 * A notice to one recipient.
 *
 * @param token of the lease under which it was taken
 * @param recipient an address; of a channel other than mail, the key of its audience
 * @param messageId the same whenever it is sent again
 * @param content the notice as JSON
 * @param failures how often it failed
 * @param createdAt when it was first to be sent
 */
public record Delivery(
        long id,
        UUID token,
        String recipient,
        String messageId,
        Occasion occasion,
        String content,
        int failures,
        Instant createdAt,
        Route route) {

    /**
     * By what it goes.
     *
     * @param groupId empty when it is for operators
     * @param configurationId whose notification it is; empty when it is for operators
     * @param channel as it was when the alert opened, JSON; empty for mails, and for operators
     * @param meant whom a mail was meant for when the alert opened
     */
    public record Route(ChannelType type, String groupId, String configurationId, String channel, Meant meant) {}
}
