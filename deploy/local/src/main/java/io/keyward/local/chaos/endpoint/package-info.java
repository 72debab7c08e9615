/**
 * Private endpoints under chaos: {@link io.keyward.local.chaos.endpoint.EndpointPlan} says what happens when, as a function of the seed; the actor does it,
 * through the API as a client that asks again until it is answered, and through the cloud behind everybody's back; {@link
 * io.keyward.local.chaos.endpoint.AuditRules} compares what was wanted, what is recorded and what is in the cloud.
 */
@NullMarked
package io.keyward.local.chaos.endpoint;

import org.jspecify.annotations.NullMarked;
