package io.keyward.simulator.azure.vault.key;

import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.RsaPair;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the keys that requests are about. */
record KeyAccess(AzureWorld world) {

    /** A key that is there and not deleted. */
    VaultKey key(VaultCall call) {
        return world.key(call.vault(), call.request().key(), call.now())
                .filter(key -> !key.deleted())
                .orElseThrow(() -> VaultFaults.noSuchKey(call.request()));
    }

    /** A key that is deleted and can be recovered. */
    VaultKey deletedKey(VaultCall call) {
        return world.key(call.vault(), call.request().key(), call.now())
                .filter(VaultKey::deleted)
                .orElseThrow(() -> VaultFaults.noSuchKey(call.request()));
    }

    /** The version that is asked for, or the newest. */
    KeyVersion version(VaultCall call, VaultKey key) {
        @Nullable String wanted = call.request().version();
        return wanted == null
                ? key.newest()
                : key.version(wanted).orElseThrow(() -> VaultFaults.noSuchKey(call.request()));
    }

    /** What a version encrypts with: made and kept when it is asked for first. */
    RsaPair pair(VaultKey key, KeyVersion version) {
        RsaPair there = version.pair();
        if (there != null) {
            return there;
        }
        RsaPair made = made(version.shape().bits());
        world.keep(key.change(version.id(), one -> one.with(made)));
        return made;
    }

    /** One that no key has. Another process may have made the same before, and its keys may be here. */
    private RsaPair made(int bits) {
        RsaPair made = RsaPair.make(bits);
        boolean taken = world.keys().all().stream()
                .flatMap(key -> key.versions().stream())
                .map(KeyVersion::pair)
                .anyMatch(pair -> pair != null && Arrays.equals(pair.open(), made.open()));
        return taken ? made(bits) : made;
    }
}
