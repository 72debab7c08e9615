/** How the channels of alert configurations fare: what became of what was sent to each of them, for whoever looks at the configuration. */
@NullMarked
package io.keyward.validation.alert.notification.health;

import org.jspecify.annotations.NullMarked;
