/**
 * Sends mails. Whom one concerns is asked of config-service when it is sent, and each recipient gets a mail of their own, tried again until it is delivered
 * or too old. At least once: a mail that goes out twice carries the same Message-ID.
 */
@NullMarked
package io.keyward.validation.alert.notification.delivery;

import org.jspecify.annotations.NullMarked;
