/** Checks on demand (<em>Try Again</em>) and the history of checks, over HTTP: for customers on the public port, for config-service on the internal one. */
@NullMarked
package io.keyward.validation.keychecks;

import org.jspecify.annotations.NullMarked;
