package io.keyward.validation.enforcement;

import io.keyward.validation.enforcement.plan.Wrapping;

/**
 * A cluster with all that is compared when keys change.
 *
 * @param wrapping what its data is wrapped with, and where
 */
public record ClusterSituation(ClusterFacts facts, Wrapping wrapping) {}
