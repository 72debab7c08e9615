/** How often the keys of a project are checked, as its owners want it: kept with the project's mode, and told with it. */
@NullMarked
package io.keyward.validation.enforcement.mode.interval;

import org.jspecify.annotations.NullMarked;
