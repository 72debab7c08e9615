package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.kms.key.KeyMetadata;
import io.keyward.simulator.kms.key.KeyStates;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Describing keys, switching them on and off, and scheduling their deletion. */
final class KeyLifecycle {

    private static final int LONGEST_WINDOW = 30;
    private static final int SHORTEST_WINDOW = 7;

    private final KeyAccess access;
    private final World world;

    KeyLifecycle(KeyAccess access) {
        this.access = access;
        this.world = access.world();
    }

    ObjectNode describeKey(Invocation call) {
        KmsKey key = access.open(call);
        ObjectNode result = empty();
        result.set("KeyMetadata", KeyMetadata.of(key, world));
        return result;
    }

    ObjectNode listKeys(Invocation call) {
        access.require(call, call.action(), "*");
        List<ObjectNode> keys = world.keys().all().stream()
                .filter(key -> key.arn().region().equals(call.region()))
                .filter(key -> key.arn().account().equals(call.caller().account()))
                .map(key -> empty().put("KeyId", key.arn().id())
                        .put("KeyArn", key.arn().toString()))
                .toList();
        return Pages.page(call, "Keys", keys);
    }

    ObjectNode enableKey(Invocation call) {
        return switchTo(call, KmsKey.State.Enabled);
    }

    ObjectNode disableKey(Invocation call) {
        return switchTo(call, KmsKey.State.Disabled);
    }

    ObjectNode updateKeyDescription(Invocation call) {
        KmsKey key = access.open(call);
        KeyStates.requireNotPendingDeletion(key);
        world.keep(key.withDescription(call.input().required("Description")));
        return empty();
    }

    ObjectNode scheduleKeyDeletion(Invocation call) {
        KmsKey key = access.open(call);
        KeyStates.requireNotPendingDeletion(key);
        int days = call.input().number("PendingWindowInDays", LONGEST_WINDOW, SHORTEST_WINDOW, LONGEST_WINDOW);
        KmsKey.Status status = KeyMetadata.hasReplicas(key, world)
                ? new KmsKey.Status(KmsKey.State.PendingReplicaDeletion, null, days)
                : pendingDeletion(call.now(), days);
        world.keep(key.with(status));
        ObjectNode result = empty().put("KeyId", key.arn().toString());
        result.put("KeyState", status.state().name()).put("PendingWindowInDays", days);
        Instant date = status.deletionDate();
        return date == null ? result : result.put("DeletionDate", KeyMetadata.seconds(date));
    }

    /** A key that was saved from deletion is off until it is switched on. */
    ObjectNode cancelKeyDeletion(Invocation call) {
        KmsKey key = access.open(call);
        KeyStates.requirePendingDeletion(key);
        boolean material = world.materials()
                .find(key.arn().materialName())
                .filter(found -> !found.withdrawn())
                .isPresent();
        KmsKey.State state = material ? KmsKey.State.Disabled : KmsKey.State.PendingImport;
        world.keep(key.with(KmsKey.Status.of(state)));
        return empty().put("KeyId", key.arn().toString());
    }

    static KmsKey.Status pendingDeletion(Instant now, int days) {
        return new KmsKey.Status(KmsKey.State.PendingDeletion, now.plus(Duration.ofDays(days)), days);
    }

    private ObjectNode switchTo(Invocation call, KmsKey.State state) {
        KmsKey key = access.open(call);
        KeyStates.requireSwitchable(key);
        world.keep(key.with(KmsKey.Status.of(state)));
        return empty();
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
