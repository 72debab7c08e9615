/**
 * How a cluster reads from outside, out of what is wanted of it and what enforcement saw of it. Pure.
 */
@NullMarked
package io.keyward.config.cluster.status;

import org.jspecify.annotations.NullMarked;
