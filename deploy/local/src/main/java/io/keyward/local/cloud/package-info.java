/** The simulated cloud seen from behind: what is there whoever made it, how often it was called, and what it does to its callers. */
@NullMarked
package io.keyward.local.cloud;

import org.jspecify.annotations.NullMarked;
