/** What the activity log says of which event: pure, one table over every event of every service. */
@NullMarked
package io.keyward.config.activity.entry;

import org.jspecify.annotations.NullMarked;
