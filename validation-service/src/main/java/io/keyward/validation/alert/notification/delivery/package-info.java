/**
 * Delivers notices. Whom a mail concerns is asked of config-service when it is sent, and what opens a channel is unsealed then. Each recipient and each
 * channel has a delivery of its own, tried again until it goes through or is too old. At least once: what goes out twice carries the same id.
 */
@NullMarked
package io.keyward.validation.alert.notification.delivery;

import org.jspecify.annotations.NullMarked;
