/**
 * One address for all services: a route table and a proxy, as an ingress is in production. It passes a request on as it came, its target
 * included, because a Digest signature covers the target; and it answers itself, in the dialect of the API, what cannot reach a service.
 */
@NullMarked
package io.keyward.local.gateway;

import org.jspecify.annotations.NullMarked;
