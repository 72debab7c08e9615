/** What every checker of keys must be able to do, whichever its cloud: one suite, which each of them passes against its own simulated cloud. */
@NullMarked
package io.keyward.testkit.keychecker;

import org.jspecify.annotations.NullMarked;
