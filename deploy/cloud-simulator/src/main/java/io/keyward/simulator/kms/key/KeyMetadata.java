package io.keyward.simulator.kms.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A key as DescribeKey and CreateKey show it. */
public final class KeyMetadata {

    private KeyMetadata() {}

    public static ObjectNode of(KmsKey key, World world) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("AWSAccountId", key.arn().account())
                .put("KeyId", key.arn().id())
                .put("Arn", key.arn().toString())
                .put("CreationDate", seconds(key.createdAt()))
                .put("Enabled", key.status().state() == KmsKey.State.Enabled)
                .put("Description", key.description())
                .put("KeyUsage", key.shape().usage())
                .put("KeyState", key.status().state().name())
                .put("Origin", key.shape().origin())
                .put("KeyManager", "CUSTOMER")
                .put("CustomerMasterKeySpec", key.shape().spec())
                .put("KeySpec", key.shape().spec())
                .put("MultiRegion", key.multiRegion());
        addDeletion(metadata, key.status());
        if (key.imported()) {
            addExpiry(metadata, key, world);
        }
        KeySpecs.Algorithms algorithms =
                KeySpecs.valueOf(key.shape().spec()).algorithms(key.shape().usage());
        ArrayNode names = metadata.putArray(algorithms.field());
        algorithms.names().forEach(names::add);
        if (key.multiRegion()) {
            metadata.set("MultiRegionConfiguration", multiRegion(key, world));
        }
        return metadata;
    }

    /** Times on the wire are seconds since 1970, with a fraction. */
    public static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    /** The same key in all its regions, primary first. */
    public static List<KmsKey> family(KmsKey key, World world) {
        return world.keyRegions().stream()
                .flatMap(region -> world.keys().find(key.arn().in(region).toString()).stream())
                .sorted(Comparator.comparing(KmsKey::primary).reversed())
                .toList();
    }

    /** Whether the key is a primary that replicas hang on. */
    public static boolean hasReplicas(KmsKey key, World world) {
        return key.multiRegion() && key.primary() && family(key, world).size() > 1;
    }

    private static void addDeletion(ObjectNode metadata, KmsKey.Status status) {
        Instant date = status.deletionDate();
        Integer window = status.windowDays();
        if (date != null) {
            metadata.put("DeletionDate", seconds(date));
        } else if (window != null) {
            metadata.put("PendingDeletionWindowInDays", window);
        }
    }

    private static void addExpiry(ObjectNode metadata, KmsKey key, World world) {
        world.materials()
                .find(key.arn().materialName())
                .filter(material -> !material.withdrawn())
                .ifPresent(material -> {
                    Instant validTo = material.validTo();
                    metadata.put(
                            "ExpirationModel",
                            validTo == null ? "KEY_MATERIAL_DOES_NOT_EXPIRE" : "KEY_MATERIAL_EXPIRES");
                    if (validTo != null) {
                        metadata.put("ValidTo", seconds(validTo));
                    }
                });
    }

    private static ObjectNode multiRegion(KmsKey key, World world) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.put("MultiRegionKeyType", key.primary() ? "PRIMARY" : "REPLICA");
        ArrayNode replicas = JsonNodeFactory.instance.arrayNode();
        for (KmsKey member : family(key, world)) {
            if (member.primary()) {
                configuration.set("PrimaryKey", place(member.arn()));
            } else {
                replicas.add(place(member.arn()));
            }
        }
        configuration.set("ReplicaKeys", replicas);
        return configuration;
    }

    private static ObjectNode place(KeyArn arn) {
        return JsonNodeFactory.instance.objectNode().put("Arn", arn.toString()).put("Region", arn.region());
    }
}
