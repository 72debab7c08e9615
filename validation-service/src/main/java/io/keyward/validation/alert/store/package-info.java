/**
 * Keeps alerts and tells of them. {@link io.keyward.validation.alert.store.AlertStore} looks at a project in the transaction of whatever changed it, and
 * brings its alerts, their events and their mails to what the facts say; a sweep looks where time alone changes the answer.
 */
@NullMarked
package io.keyward.validation.alert.store;

import org.jspecify.annotations.NullMarked;
