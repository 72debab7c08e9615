package io.keyward.simulator.azure.world;

import java.util.List;
import java.util.stream.Stream;

/** @param registered namespaces of resource providers that may be used in it */
public record Subscription(String id, String tenantId, String name, List<String> registered) {

    public boolean has(String namespace) {
        return registered.stream().anyMatch(namespace::equalsIgnoreCase);
    }

    public Subscription with(String namespace) {
        return has(namespace)
                ? this
                : new Subscription(
                        id,
                        tenantId,
                        name,
                        Stream.concat(registered.stream(), Stream.of(namespace)).toList());
    }

    public Subscription without(String namespace) {
        List<String> left = registered.stream()
                .filter(one -> !one.equalsIgnoreCase(namespace))
                .toList();
        return new Subscription(id, tenantId, name, left);
    }
}
