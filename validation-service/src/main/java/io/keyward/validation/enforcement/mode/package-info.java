/**
 * How far enforcement may go: a mode per project, and the freeze of operators for the whole installation. Both are read under the project's lock whenever
 * its clusters are compared with what is wanted of them, so that what was answered here holds from then on.
 */
@NullMarked
package io.keyward.validation.enforcement.mode;

import org.jspecify.annotations.NullMarked;
