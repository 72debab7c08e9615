/**
 * What becomes of an endpoint, decided without clock, database or network: {@link io.keyward.endpoint.lifecycle.EndpointPlanner} takes what is wanted, what
 * is known and what was seen, and says what is known from then on and what to ask of the cloud. The observation decides; the state only remembers.
 */
@NullMarked
package io.keyward.endpoint.lifecycle;

import org.jspecify.annotations.NullMarked;
