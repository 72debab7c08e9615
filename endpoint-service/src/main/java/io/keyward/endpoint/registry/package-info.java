/**
 * What is recorded of endpoints, and the only place that changes it: {@link io.keyward.endpoint.registry.EndpointStore} takes in what projects ask for,
 * {@link io.keyward.endpoint.registry.ReconcileStore} reads what looks concern and records what they led to. Each change leaves its event in the
 * same transaction. The row is seen by nobody outside.
 */
@NullMarked
package io.keyward.endpoint.registry;

import org.jspecify.annotations.NullMarked;
