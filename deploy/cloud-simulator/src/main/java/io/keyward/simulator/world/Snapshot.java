package io.keyward.simulator.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/** The world at one moment, in the shape of the state file. */
public record Snapshot(
        int format,
        byte[] sessionSecret,
        Duration clockOffset,
        Map<String, KmsKey> keys,
        Map<String, KeyMaterial> materials,
        Map<String, Alias> aliases,
        Map<String, Role> roles,
        Map<String, User> users,
        Map<String, Guardrail> guardrails) {

    static final int FORMAT = 1;

    /** A world without anything in it. */
    public static Snapshot empty() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Snapshot(FORMAT, secret, Duration.ZERO, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public String toString() {
        return "Snapshot[keys=%d, roles=%d]".formatted(keys.size(), roles.size());
    }
}
