/**
 * Whether a project's key and its private endpoints let a cluster be where it is wanted: asked of their owners before anything is recorded,
 * with no session open, and checked again by whoever records it.
 */
@NullMarked
package io.keyward.config.cluster.guard;

import org.jspecify.annotations.NullMarked;
