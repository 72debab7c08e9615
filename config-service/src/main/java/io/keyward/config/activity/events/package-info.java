/** The activity log as people and programs read it: by page, newest first, by cluster, type and time. */
@NullMarked
package io.keyward.config.activity.events;

import org.jspecify.annotations.NullMarked;
