/**
 * What is asked of whatever runs the clusters, and what was seen of it. Level-triggered: whenever a cluster, a verdict or a report changes, and
 * on a sweep besides, {@link io.keyward.validation.enforcement.plan.EnforcementPlanner} compares what is wanted with what is known, for all clusters of
 * the project, under the project's lock. The built-in driver only announces; drivers follow {@code keyward.enforcement} and report to
 * {@code …/observed}.
 */
@NullMarked
package io.keyward.validation.enforcement;

import org.jspecify.annotations.NullMarked;
