/** Whom to write to: people are known by config-service, and asked for when something is sent to them. */
@NullMarked
package io.keyward.validation.alert.notification.people;

import org.jspecify.annotations.NullMarked;
