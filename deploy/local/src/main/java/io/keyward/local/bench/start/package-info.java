/** How long an installation takes to start, and how much memory it then has in use. */
@NullMarked
package io.keyward.local.bench.start;

import org.jspecify.annotations.NullMarked;
