/** Databases of before, with rows, and what a service's migrations make of them. */
@NullMarked
package io.keyward.testkit.migration;

import org.jspecify.annotations.NullMarked;
