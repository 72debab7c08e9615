/** Answers of clouds that no rule knows. They settle nothing, and somebody has to look: they are logged, counted, and told to operators. */
@NullMarked
package io.keyward.validation.unknown;

import org.jspecify.annotations.NullMarked;
