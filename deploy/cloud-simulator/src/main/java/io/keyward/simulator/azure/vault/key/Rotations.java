package io.keyward.simulator.azure.vault.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** New versions of a key, and the policy that would make them; here nothing rotates by itself. */
final class Rotations {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ATTRIBUTES = "attributes";
    private static final String EXPIRY = "expiryTime";

    private final KeyAccess access;

    Rotations(KeyAccess access) {
        this.access = access;
    }

    /** A version like the newest, with material of its own. It ends when the policy says so. */
    ObjectNode rotateKey(VaultCall call) {
        VaultKey key = access.key(call);
        KeyVersion before = key.newest();
        KeyVersion fresh = KeyVersion.fresh(before.shape(), call.now());
        Instant end = lifetime(key)
                .map(period -> call.now().atZone(ZoneOffset.UTC).plus(period).toInstant())
                .orElse(null);
        KeyVersion made =
                fresh.with(fresh.attributes().valid(null, end), call.now()).withTags(before.tags());
        VaultKey rotated = key.with(made);
        access.world().keep(rotated);
        return KeyView.bundle(call.vault(), rotated, made, version -> access.pair(rotated, version));
    }

    ObjectNode getPolicy(VaultCall call) {
        return shown(access.key(call));
    }

    ObjectNode setPolicy(VaultCall call) {
        VaultKey key = access.key(call).withRotationPolicy(call.body().fields().toString());
        lifetime(key);
        access.world().keep(key);
        return shown(key);
    }

    private static ObjectNode shown(VaultKey key) {
        ObjectNode body = MAPPER.createObjectNode().put("id", key.id() + "/rotationpolicy");
        body.set("lifetimeActions", policy(key).path("lifetimeActions").deepCopy());
        if (!body.path("lifetimeActions").isArray()) {
            body.putArray("lifetimeActions");
        }
        Instant created = key.versions().getFirst().created();
        ObjectNode attributes = body.putObject(ATTRIBUTES);
        Optional.of(policy(key).path(ATTRIBUTES).path(EXPIRY))
                .filter(JsonNode::isTextual)
                .ifPresent(time -> attributes.put(EXPIRY, time.asText()));
        attributes.put("created", created.getEpochSecond()).put("updated", created.getEpochSecond());
        return body;
    }

    private static Optional<Period> lifetime(VaultKey key) {
        String time = policy(key).path(ATTRIBUTES).path(EXPIRY).asText("");
        try {
            return time.isEmpty() || time.equals("null") ? Optional.empty() : Optional.of(Period.parse(time));
        } catch (DateTimeParseException e) {
            throw VaultFaults.bad("Property 'expiryTime' has an invalid value: '" + time + "'.");
        }
    }

    private static JsonNode policy(VaultKey key) {
        String kept = key.rotationPolicy();
        try {
            return kept == null ? MAPPER.createObjectNode() : MAPPER.readTree(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept was written here", e);
        }
    }
}
