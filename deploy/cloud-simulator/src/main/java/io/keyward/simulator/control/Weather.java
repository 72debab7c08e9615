package io.keyward.simulator.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The disturbances in force, by name, oldest first. Not kept: a restart clears the sky. */
public final class Weather {

    private final Map<String, Disturbance> disturbances = new LinkedHashMap<>();
    private final Map<String, Integer> left = new LinkedHashMap<>();

    void set(String name, Disturbance disturbance) {
        disturbances.put(name, disturbance);
        left.remove(name);
        Integer calls = disturbance.calls();
        if (calls != null) {
            left.put(name, calls);
        }
    }

    void clear(String name) {
        disturbances.remove(name);
        left.remove(name);
    }

    void clear() {
        disturbances.clear();
        left.clear();
    }

    Map<String, Disturbance> all() {
        return Map.copyOf(disturbances);
    }

    /** The first disturbance that hits a request; one that was for so many calls is used up by it. */
    public Optional<Disturbance> strike(Supplier<Disturbance.Target> request) {
        if (disturbances.isEmpty()) {
            return Optional.empty();
        }
        Disturbance.Target target = request.get();
        Optional<Map.Entry<String, Disturbance>> hit = disturbances.entrySet().stream()
                .filter(entry -> entry.getValue().hits(target))
                .findFirst();
        hit.map(Map.Entry::getKey).ifPresent(this::use);
        return hit.map(Map.Entry::getValue);
    }

    private void use(String name) {
        Integer calls = left.get(name);
        if (calls == null) {
            return;
        }
        if (calls <= 1) {
            clear(name);
        } else {
            left.put(name, calls - 1);
        }
    }
}
