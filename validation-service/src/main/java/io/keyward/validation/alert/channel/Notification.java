package io.keyward.validation.alert.channel;

import org.jspecify.annotations.Nullable;

/**
 * Who is told, and how.
 *
 * @param notifierId minted by us, kept for as long as the notification is
 * @param delayMin minutes that the condition lasts first
 * @param intervalMin minutes between reminders; null where the channel itself reminds
 * @param integrationId as it was sent; means nothing here
 */
public record Notification(
        String notifierId,
        int delayMin,
        @Nullable Integer intervalMin,
        @Nullable String integrationId,
        Channel channel) {}
