/**
 * Where a project's clusters are reached and where they connect from, as whatever runs the databases reported it.
 */
@NullMarked
package io.keyward.config.cluster.address;

import org.jspecify.annotations.NullMarked;
