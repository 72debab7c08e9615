package io.keyward.simulator.port;

import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param headers by name, one value each
 */
public record Response(int status, Map<String, String> headers, byte[] body) {}
