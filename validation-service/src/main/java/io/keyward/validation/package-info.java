/**
 * Checks customers' keys by using them, on schedule and on demand, and stops the clusters of keys that were taken away. A feature is a package; see
 * the README for how they depend on each other.
 */
@NullMarked
package io.keyward.validation;

import org.jspecify.annotations.NullMarked;
