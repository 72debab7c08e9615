/** How all keys and clusters of the installation stand, in numbers: for dashboards and alerts of whoever runs it. Nothing is decided by them. */
@NullMarked
package io.keyward.validation.fleet;

import org.jspecify.annotations.NullMarked;
