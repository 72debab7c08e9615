/**
 * What waits to be told: notices whose recipients have to be found, deliveries that are due, and reminders. Everything is handed out under leases, so that
 * what a replica took and never settled goes to another; nothing here sends.
 */
@NullMarked
package io.keyward.validation.alert.notification.queue;

import org.jspecify.annotations.NullMarked;
