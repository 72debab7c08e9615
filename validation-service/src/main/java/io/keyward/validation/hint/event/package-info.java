/**
 * What hints say and what follows. {@code EventBridgeReader} takes from an event what names keys and roles, {@code HintRules} decides which key uses it may
 * be about, and {@code HintIntakeStore} makes them due, once for each event.
 */
@NullMarked
package io.keyward.validation.hint.event;

import org.jspecify.annotations.NullMarked;
