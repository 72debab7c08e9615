/** What {@code up} prints: the story as lines to copy into a shell. */
@NullMarked
package io.keyward.local.walkthrough;

import org.jspecify.annotations.NullMarked;
