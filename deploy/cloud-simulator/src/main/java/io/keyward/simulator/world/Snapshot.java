package io.keyward.simulator.world;

import io.keyward.simulator.world.network.CreationOutcome;
import io.keyward.simulator.world.network.EndpointSettings;
import io.keyward.simulator.world.network.Network;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The world at one moment, in the shape of the state file.
 *
 * @param sections the tables of other clouds than AWS by name; their rows are what was read, or what is to be written
 */
public record Snapshot(
        int format,
        byte[] sessionSecret,
        Duration clockOffset,
        Map<String, KmsKey> keys,
        Map<String, KeyMaterial> materials,
        Map<String, Alias> aliases,
        Map<String, Role> roles,
        Map<String, User> users,
        Map<String, Guardrail> guardrails,
        Map<String, Network> networks,
        Map<String, VpcEndpoint> endpoints,
        Map<String, CreationOutcome> endpointCreations,
        EndpointSettings endpointSettings,
        Map<String, Map<String, Object>> sections) {

    static final int FORMAT = 1;

    /** Files that were written before there were networks, endpoints and other clouds have none. */
    public Snapshot {
        networks = Objects.requireNonNullElseGet(networks, Map::of);
        endpoints = Objects.requireNonNullElseGet(endpoints, Map::of);
        endpointCreations = Objects.requireNonNullElseGet(endpointCreations, Map::of);
        endpointSettings = Objects.requireNonNullElse(endpointSettings, EndpointSettings.USUAL);
        sections = Objects.requireNonNullElseGet(sections, Map::of);
    }

    /** A world without anything in it. */
    public static Snapshot empty() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Snapshot(
                FORMAT,
                secret,
                Duration.ZERO,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                EndpointSettings.USUAL,
                Map.of());
    }

    @Override
    public String toString() {
        return "Snapshot[keys=%d, roles=%d]".formatted(keys.size(), roles.size());
    }
}
