/**
 * The shape of a cluster: what a request may hold, which values are allowed, how older versions of the API print it. Pure.
 */
@NullMarked
package io.keyward.config.cluster.spec;

import org.jspecify.annotations.NullMarked;
