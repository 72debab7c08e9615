package io.keyward.simulator.azure.vault.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.KeyVersion.Attributes;
import io.keyward.simulator.azure.world.vault.KeyVersion.Shape;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Making and changing keys, and taking them away. */
final class KeyChanges {

    private final KeyAccess access;

    KeyChanges(KeyAccess access) {
        this.access = access;
    }

    /** Another version, when there is such a key already. */
    ObjectNode createKey(VaultCall call) {
        KeyVersion made = wanted(call);
        String name = call.request().key();
        Optional<VaultKey> there = access.world().key(call.vault(), name, call.now());
        if (there.filter(VaultKey::deleted).isPresent()) {
            throw VaultFaults.deletedButRecoverable(name);
        }
        VaultKey key = there.map(known -> known.with(made))
                .orElseGet(() -> new VaultKey(call.vault().host(), name, List.of(made), null, null, null));
        return keep(call, key, made);
    }

    ObjectNode updateKey(VaultCall call) {
        VaultKey key = access.key(call);
        KeyVersion version = access.version(call, key);
        KeyVersion changed = changed(version, call.body(), call.now());
        return keep(call, key.change(version.id(), one -> changed), changed);
    }

    ObjectNode deleteKey(VaultCall call) {
        VaultKey key = access.key(call);
        VaultKey gone = key.deleted(call.now(), call.vault().deletion().purgeAfter(call.now()));
        return KeyView.deleted(keep(call, gone, gone.newest()), gone);
    }

    ObjectNode recoverKey(VaultCall call) {
        VaultKey key = access.deletedKey(call).recovered();
        return keep(call, key, key.newest());
    }

    ObjectNode purgeKey(VaultCall call) {
        VaultKey key = access.deletedKey(call);
        if (call.vault().deletion().purgeProtection()) {
            throw VaultFaults.protectedFromPurge();
        }
        access.world().keys().remove(VaultKey.name(key.vaultHost(), key.name()));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode keep(VaultCall call, VaultKey key, KeyVersion shown) {
        access.world().keep(key);
        return KeyView.bundle(call.vault(), key, shown, version -> access.pair(key, version));
    }

    private static KeyVersion wanted(VaultCall call) {
        Body body = call.body();
        String type = body.required("kty");
        if (!List.of("RSA", "RSA-HSM", "EC", "EC-HSM").contains(type)) {
            throw VaultFaults.bad("Property 'kty' has an invalid value: '" + type + "'.");
        }
        int bits = body.number("key_size", Shape.USUAL.bits());
        if (!List.of(2048, 3072, 4096).contains(bits)) {
            throw VaultFaults.bad("Property 'key_size' has an invalid value: '" + bits + "'.");
        }
        return changed(KeyVersion.fresh(new Shape(type, bits), call.now()), body, call.now());
    }

    /** Clients send an empty list of operations when they want none of them changed. */
    private static KeyVersion changed(KeyVersion version, Body body, Instant now) {
        Attributes before = version.attributes();
        Body asked = body.at("attributes");
        List<String> operations = body.texts("key_ops");
        Attributes after = new Attributes(
                asked.flag("enabled", before.enabled()),
                asked.seconds("nbf").map(Instant::ofEpochSecond).orElse(before.notBefore()),
                asked.seconds("exp").map(Instant::ofEpochSecond).orElse(before.expires()),
                operations.isEmpty() ? before.operations() : operations);
        KeyVersion changed = version.with(after, now);
        return body.has("tags") ? changed.withTags(body.map("tags")) : changed;
    }
}
