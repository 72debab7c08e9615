/** What runs in a service's own process, in front of the service: nothing but the wish to end with the launcher. */
@NullMarked
package io.keyward.local.lifeline;

import org.jspecify.annotations.NullMarked;
