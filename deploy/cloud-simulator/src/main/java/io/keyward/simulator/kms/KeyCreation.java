package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Input;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.kms.key.KeyMetadata;
import io.keyward.simulator.kms.key.KeySpecs;
import io.keyward.simulator.kms.key.KeyStates;
import io.keyward.simulator.kms.key.KmsFaults;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Making keys, and making the same key in another region. */
final class KeyCreation {

    private final KeyAccess access;
    private final World world;

    KeyCreation(KeyAccess access) {
        this.access = access;
        this.world = access.world();
    }

    ObjectNode createKey(Invocation call) {
        access.require(call, call.action(), "*");
        KmsKey.Shape shape = shape(call);
        UUID random = UUID.randomUUID();
        String id = shape.primaryRegion() == null
                ? random.toString()
                : "mrk-" + random.toString().replace("-", "");
        KeyArn arn = new KeyArn(call.region(), call.caller().account(), id);
        boolean imported = shape.origin().equals("EXTERNAL");
        KmsKey key = key(call, arn, shape, imported ? KmsKey.State.PendingImport : KmsKey.State.Enabled);
        if (!imported) {
            world.materials().put(arn.materialName(), KeyMaterial.fresh(call.now()));
        }
        world.keep(key);
        call.footprint().touches(arn.toString());
        return metadata("KeyMetadata", key);
    }

    ObjectNode replicateKey(Invocation call) {
        KmsKey primary = access.open(call);
        String region = call.input().required("ReplicaRegion");
        access.require(call, "kms:CreateKey", "*");
        KeyStates.requireEnabled(primary);
        if (!primary.multiRegion() || !primary.primary()) {
            throw KmsFaults.unsupported(primary, call.operation());
        }
        KeyArn arn = primary.arn().in(region);
        if (world.keys().has(arn.toString())) {
            throw new AwsFault("AlreadyExistsException", arn + " already exists.");
        }
        KmsKey.State state = primary.imported() ? KmsKey.State.PendingImport : KmsKey.State.Enabled;
        KmsKey replica = key(call, arn, primary.shape(), state);
        world.keep(replica);
        ObjectNode result = metadata("ReplicaKeyMetadata", replica);
        return result.put("ReplicaPolicy", replica.policy());
    }

    private KmsKey key(Invocation call, KeyArn arn, KmsKey.Shape shape, KmsKey.State state) {
        Input input = call.input();
        KmsKey key = new KmsKey(
                arn,
                shape,
                KmsKey.Status.of(state),
                KmsKey.Rotation.OFF,
                input.text("Policy", KeyPolicies.standard(arn.account())),
                input.text("Description", ""),
                tags(input),
                call.now());
        KeyPolicies.requireSafe(access, call, key, key.policy());
        return key;
    }

    private static KmsKey.Shape shape(Invocation call) {
        Input input = call.input();
        String name = input.text("KeySpec", input.text("CustomerMasterKeySpec", KeySpecs.SYMMETRIC_DEFAULT.name()));
        KeySpecs spec = KeySpecs.find(name)
                .orElseThrow(() -> input.invalid("KeySpec", name, "Member must satisfy enum value set"));
        String usage = input.text("KeyUsage", name.startsWith("HMAC") ? "GENERATE_VERIFY_MAC" : "ENCRYPT_DECRYPT");
        if (!spec.canBeUsedFor(usage)) {
            throw input.invalid("KeyUsage", usage, "KeyUsage " + usage + " is not compatible with KeySpec " + name);
        }
        String origin = input.text("Origin", "AWS_KMS");
        if (!origin.equals("AWS_KMS") && !origin.equals("EXTERNAL")) {
            throw new AwsFault("UnsupportedOperationException", "Origin " + origin + " is not simulated.");
        }
        return new KmsKey.Shape(spec.name(), usage, origin, input.flag("MultiRegion") ? call.region() : null);
    }

    static Map<String, String> tags(Input input) {
        Map<String, String> tags = new TreeMap<>();
        for (JsonNode tag : input.fields().path("Tags")) {
            tags.put(tag.path("TagKey").asText(), tag.path("TagValue").asText());
        }
        return tags;
    }

    private ObjectNode metadata(String field, KmsKey key) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set(field, KeyMetadata.of(key, world));
        return result;
    }
}
