package io.keyward.simulator.call;

import java.util.Optional;

/**
 * Which way a request came.
 *
 * @param vpcEndpoint the id of the private endpoint, or empty for the public path
 */
public record Origin(String sourceAddress, Optional<String> vpcEndpoint) {}
