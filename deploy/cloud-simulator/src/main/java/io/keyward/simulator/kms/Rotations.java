package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.kms.key.KeyMetadata;
import io.keyward.simulator.kms.key.KeySpecs;
import io.keyward.simulator.kms.key.KeyStates;
import io.keyward.simulator.kms.key.KmsFaults;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rotation: new material under the same key. What was encrypted with old material stays readable. */
final class Rotations {

    private static final int USUAL_PERIOD = 365;
    private static final int SHORTEST_PERIOD = 90;
    private static final int LONGEST_PERIOD = 2560;
    private static final int MOST_ON_DEMAND = 25;
    private static final String ON_DEMAND = "ON_DEMAND";

    private final KeyAccess access;
    private final World world;

    Rotations(KeyAccess access) {
        this.access = access;
        this.world = access.world();
    }

    ObjectNode getKeyRotationStatus(Invocation call) {
        KmsKey key = access.open(call);
        requireSymmetric(call, key);
        KmsKey.Rotation rotation = primaryOf(key).rotation();
        Integer period = rotation.periodDays();
        Instant next = rotation.next();
        boolean alive = key.status().deletionDate() == null;
        ObjectNode status =
                empty().put("KeyId", key.arn().toString()).put("KeyRotationEnabled", alive && period != null);
        if (alive && period != null && next != null) {
            status.put("RotationPeriodInDays", period).put("NextRotationDate", KeyMetadata.seconds(next));
        }
        return status;
    }

    ObjectNode enableKeyRotation(Invocation call) {
        KmsKey key = rotatable(call);
        if (key.imported()) {
            throw KmsFaults.unsupported(key, call.operation());
        }
        int days = call.input().number("RotationPeriodInDays", USUAL_PERIOD, SHORTEST_PERIOD, LONGEST_PERIOD);
        KmsKey.Rotation rotation = new KmsKey.Rotation(days, call.now().plus(Duration.ofDays(days)));
        world.keep(key.with(rotation));
        return empty();
    }

    ObjectNode disableKeyRotation(Invocation call) {
        KmsKey key = rotatable(call);
        world.keep(key.with(KmsKey.Rotation.OFF));
        return empty();
    }

    ObjectNode rotateKeyOnDemand(Invocation call) {
        KmsKey key = rotatable(call);
        KeyMaterial material = material(key);
        long onDemand = material.versions().stream()
                .filter(version -> ON_DEMAND.equals(version.rotation()))
                .count();
        if (onDemand >= MOST_ON_DEMAND) {
            throw new AwsFault("LimitExceededException", key.arn() + " was rotated on demand 25 times already.");
        }
        world.materials().put(key.arn().materialName(), material.rotated(call.now(), ON_DEMAND));
        return empty().put("KeyId", key.arn().toString());
    }

    /** Newest first. The first material was made by no rotation: it is listed only when all material is asked for. */
    ObjectNode listKeyRotations(Invocation call) {
        KmsKey key = access.open(call);
        requireSymmetric(call, key);
        boolean all = call.input().text("IncludeKeyMaterial", "").equals("ALL_KEY_MATERIAL");
        List<KeyMaterial.Version> versions = world.materials()
                .find(key.arn().materialName())
                .map(KeyMaterial::versions)
                .orElse(List.of());
        List<ObjectNode> rotations = new ArrayList<>();
        for (KeyMaterial.Version version : versions) {
            if (all || version.rotation() != null) {
                rotations.addFirst(view(
                        key, version, version.id().equals(versions.getLast().id())));
            }
        }
        return Pages.page(call, "Rotations", rotations);
    }

    private KmsKey rotatable(Invocation call) {
        KmsKey key = access.open(call);
        requireSymmetric(call, key);
        if (!key.primary()) {
            throw KmsFaults.unsupported(key, call.operation());
        }
        KeyStates.requireEnabled(key);
        return key;
    }

    private static void requireSymmetric(Invocation call, KmsKey key) {
        if (!key.shape().spec().equals(KeySpecs.SYMMETRIC_DEFAULT.name())) {
            throw KmsFaults.unsupported(key, call.operation());
        }
    }

    private KmsKey primaryOf(KmsKey key) {
        return KeyMetadata.family(key, world).getFirst();
    }

    private KeyMaterial material(KmsKey key) {
        return world.materials()
                .find(key.arn().materialName())
                .orElseThrow(() -> new IllegalStateException("no material for " + key.arn()));
    }

    private static ObjectNode view(KmsKey key, KeyMaterial.Version version, boolean current) {
        ObjectNode view = empty().put("KeyId", key.arn().toString())
                .put("KeyMaterialId", version.id())
                .put("KeyMaterialState", current ? "CURRENT" : "NON_CURRENT");
        String rotation = version.rotation();
        return rotation == null
                ? view
                : view.put("RotationType", rotation).put("RotationDate", KeyMetadata.seconds(version.createdAt()));
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
