/**
 * What is known of the keys in use: a projection of {@code keyward.keys}, and the check on demand when the last answer was bad.
 */
@NullMarked
package io.keyward.config.verdict;

import org.jspecify.annotations.NullMarked;
