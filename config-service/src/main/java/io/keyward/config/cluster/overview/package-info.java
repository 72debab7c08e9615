/**
 * The clusters of all projects that a caller has a role in, in one list by project: where clients look first that know no project yet.
 */
@NullMarked
package io.keyward.config.cluster.overview;

import org.jspecify.annotations.NullMarked;
