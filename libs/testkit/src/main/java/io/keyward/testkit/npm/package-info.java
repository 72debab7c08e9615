/** What npm publishes, run by tests that are asked for by an option: they need Node.js, which the build does not. */
@NullMarked
package io.keyward.testkit.npm;

import org.jspecify.annotations.NullMarked;
