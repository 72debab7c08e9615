/**
 * Hints of Google Cloud: entries of the audit log that a log sink publishes and Pub/Sub pushes. {@code AuditLogReader} takes from one what was called upon
 * what, {@code GoogleHintRules} decides which key uses it may be about.
 */
@NullMarked
package io.keyward.validation.hint.google;

import org.jspecify.annotations.NullMarked;
