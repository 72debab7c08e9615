package io.keyward.simulator.azure.vault.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.RsaPair;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.util.Optional;

/**
 * Using a key. What closes needs a key that is valid now, and does not mind a disabled one; what opens needs an enabled key, and does not mind one that has
 * expired or is not valid yet: so does Key Vault itself.
 */
final class Cryptography {

    private final KeyAccess access;

    Cryptography(KeyAccess access) {
        this.access = access;
    }

    ObjectNode close(VaultCall call) {
        VaultKey key = access.key(call);
        KeyVersion version = usable(call, key);
        byte[] plaintext = call.body().bytes("value");
        return result(key, version, access.pair(key, version).encrypt(algorithm(call), plaintext));
    }

    ObjectNode open(VaultCall call) {
        VaultKey key = access.key(call);
        KeyVersion version = usable(call, key);
        byte[] ciphertext = call.body().bytes("value");
        return result(key, version, access.pair(key, version).decrypt(algorithm(call), ciphertext));
    }

    private KeyVersion usable(VaultCall call, VaultKey key) {
        KeyVersion version = access.version(call, key);
        VaultOperation operation = call.request().operation();
        if (!version.shape().rsa()) {
            throw VaultFaults.bad("Algorithm " + algorithm(call) + " is not supported by a key of type "
                    + version.shape().type() + ".");
        }
        if (!version.attributes().operations().contains(operation.permission())) {
            throw VaultFaults.notPermitted(operation);
        }
        if (operation.opens()) {
            requireEnabled(version, operation);
        } else {
            requireValid(call, version, operation);
        }
        return version;
    }

    private static void requireEnabled(KeyVersion version, VaultOperation operation) {
        if (!version.attributes().enabled()) {
            throw VaultFaults.disabled(operation);
        }
    }

    private static void requireValid(VaultCall call, KeyVersion version, VaultOperation operation) {
        if (version.attributes().expired(call.now())) {
            throw VaultFaults.expired(operation);
        }
        if (version.attributes().early(call.now())) {
            throw VaultFaults.early(operation);
        }
    }

    private static String algorithm(VaultCall call) {
        String algorithm = call.body().required("alg");
        if (!RsaPair.knows(algorithm)) {
            throw VaultFaults.bad("Property 'alg' has an invalid value: '" + algorithm + "'.");
        }
        return algorithm;
    }

    private static ObjectNode result(VaultKey key, KeyVersion version, Optional<byte[]> output) {
        byte[] value = output.orElseThrow(() -> VaultFaults.bad("The parameter is incorrect."));
        return JsonNodeFactory.instance.objectNode().put("kid", key.id(version)).put("value", KeyView.encode(value));
    }
}
