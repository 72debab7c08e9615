/**
 * Carries requests to the services behind channels: no redirects, bounded answers, a time limit, and no way into networks that only we can reach. What an
 * answer means is decided here too, and cleaned of everything secret.
 */
@NullMarked
package io.keyward.validation.alert.notification.transport;

import org.jspecify.annotations.NullMarked;
