package io.keyward.endpoint.registry;

import java.util.List;

/**
 * Part of a project's endpoints.
 *
 * @param total how many there are altogether
 */
public record Slice(List<Endpoint> endpoints, long total) {}
