/**
 * Projects ("groups" on the wire). A project's row is the lock under which everything of the project changes, so that two changes that
 * each look harmless cannot meet in the middle.
 */
@NullMarked
package io.keyward.config.project;

import org.jspecify.annotations.NullMarked;
