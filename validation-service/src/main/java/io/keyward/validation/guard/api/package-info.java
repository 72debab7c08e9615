/** The guard over HTTP: operators look at what it holds, and decide. */
@NullMarked
package io.keyward.validation.guard.api;

import org.jspecify.annotations.NullMarked;
