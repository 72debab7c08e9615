package io.keyward.validation.alert.notification.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the deliveries to one recipient by one audience of a configuration.
 *
 * @param recipient an address; of a channel other than mail, the id of its notification
 * @param mail whether it is one
 * @param named whether the configuration names the address, and not a role that finds it
 * @param sentAt when one went out last; null when none did
 * @param failedAt when one failed last; null when none did
 * @param failure what went wrong then
 * @param stuck whether one has failed and waits
 */
record Attempts(
        String configurationId,
        String recipient,
        boolean mail,
        boolean named,
        @Nullable Instant sentAt,
        @Nullable Instant failedAt,
        @Nullable String failure,
        boolean stuck) {}
