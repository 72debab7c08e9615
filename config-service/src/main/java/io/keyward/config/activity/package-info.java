/**
 * The activity log: who did what, when and from where, and what came of it. What this service publishes is logged in the transaction that makes
 * the change, through {@link io.keyward.config.activity.Journal}; what has no event, through {@link io.keyward.config.activity.ActivityLog};
 * what other services did, from their topics.
 */
@NullMarked
package io.keyward.config.activity;

import org.jspecify.annotations.NullMarked;
