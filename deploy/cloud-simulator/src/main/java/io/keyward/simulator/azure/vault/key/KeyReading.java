package io.keyward.simulator.azure.vault.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.util.stream.Stream;

/** Looking at keys. A disabled one can be looked at like any other. */
final class KeyReading {

    private final KeyAccess access;

    KeyReading(KeyAccess access) {
        this.access = access;
    }

    ObjectNode getKey(VaultCall call) {
        VaultKey key = access.key(call);
        return KeyView.bundle(call.vault(), key, access.version(call, key), version -> access.pair(key, version));
    }

    ObjectNode getKeys(VaultCall call) {
        return KeyView.list(call.vault(), keys(call).filter(key -> !key.deleted()));
    }

    ObjectNode getKeyVersions(VaultCall call) {
        VaultKey key = access.key(call);
        return KeyView.versions(call.vault(), key, key.versions());
    }

    ObjectNode getDeletedKey(VaultCall call) {
        VaultKey key = access.deletedKey(call);
        return KeyView.deleted(
                KeyView.bundle(call.vault(), key, key.newest(), version -> access.pair(key, version)), key);
    }

    ObjectNode getDeletedKeys(VaultCall call) {
        return KeyView.list(call.vault(), keys(call).filter(VaultKey::deleted));
    }

    private Stream<VaultKey> keys(VaultCall call) {
        return access.world().keys(call.vault(), call.now()).stream();
    }
}
