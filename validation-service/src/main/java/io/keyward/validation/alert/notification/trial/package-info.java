/** Tries the channels of an alert configuration: a clearly marked notice goes to each, once and now, and what came of it is answered. */
@NullMarked
package io.keyward.validation.alert.notification.trial;

import org.jspecify.annotations.NullMarked;
