/**
 * Why a cluster is not made, changed or removed as requested, and how each case is told on the wire.
 */
@NullMarked
package io.keyward.config.cluster.refusal;

import org.jspecify.annotations.NullMarked;
