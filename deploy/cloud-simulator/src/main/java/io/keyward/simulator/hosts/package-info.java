/**
 * Clouds whose services are hosts of their own names. Those names resolve nowhere here, so a client's transport asks this port for
 * {@code /_hosts/{host}/{path}} instead of {@code https://{host}/{path}}, and for {@code /_endpoints/{reference}/_hosts/{host}/{path}} when it goes through a
 * private endpoint. A cloud is a {@link io.keyward.simulator.hosts.HostedCloud}; its services answer {@link io.keyward.simulator.hosts.HostCall}s; what they have
 * in common with AWS (disturbances, the log, call counts, the state file) they get here.
 */
package io.keyward.simulator.hosts;
