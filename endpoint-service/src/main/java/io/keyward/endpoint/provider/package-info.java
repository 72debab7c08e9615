/**
 * What a cloud has to be able to do for private endpoints, and nothing of how: one package below for each cloud, and nothing outside it names that cloud.
 * A new one brings a {@link io.keyward.endpoint.provider.PrivateEndpointProvider}, found by its name in
 * {@link io.keyward.endpoint.provider.Providers}, and a {@link io.keyward.endpoint.provider.RegionCatalogue} with the regions, their two spellings and
 * where its settings have a network. It says what it sees as {@link io.keyward.endpoint.lifecycle.Observation} and what its cloud answers as
 * {@link io.keyward.endpoint.lifecycle.Answer}. On Azure, for example, these would be regions such as {@code eastus}; a private endpoint named after the
 * order's id, so that asking twice makes one; provisioning and connection state read together, of which {@code Pending} is an observation that waits for
 * the customer's approval and {@code Rejected} or {@code Disconnected} one that is refused; and a listing by tag, one for a region.
 */
@NullMarked
package io.keyward.endpoint.provider;

import org.jspecify.annotations.NullMarked;
