package io.keyward.endpoint.provider;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The clouds on which this installation makes endpoints, by name. */
@ApplicationScoped
public class Providers {
    private final SortedMap<String, PrivateEndpointProvider> byName;

    Providers(@All List<PrivateEndpointProvider> all) {
        this.byName = all.stream()
                .collect(Collectors.toMap(
                        PrivateEndpointProvider::name,
                        provider -> provider,
                        (one, other) -> {
                            throw new IllegalArgumentException("two providers are called " + one.name());
                        },
                        TreeMap::new));
    }

    /** In alphabetical order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** How long a command takes at most, on each of them. */
    public List<PrivateEndpointProvider.Limit> limits() {
        return byName.values().stream().map(PrivateEndpointProvider::limit).toList();
    }

    /** The provider of exactly that name; empty when there is none. */
    public Optional<PrivateEndpointProvider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The provider that a record names.
     *
     * @throws IllegalStateException when there is none any more
     */
    public PrivateEndpointProvider get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there are no endpoints on " + name));
    }
}
