package io.keyward.simulator.azure.vault.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.AzureWorld;

/** Every operation of Key Vault that is simulated. */
public final class KeyOperations {

    private final KeyReading reading;
    private final KeyChanges changes;
    private final Rotations rotations;
    private final Cryptography cryptography;

    public KeyOperations(AzureWorld world) {
        KeyAccess access = new KeyAccess(world);
        this.reading = new KeyReading(access);
        this.changes = new KeyChanges(access);
        this.rotations = new Rotations(access);
        this.cryptography = new Cryptography(access);
    }

    /** Carries a request out; refuses by {@link io.keyward.simulator.azure.wire.AzureFault}. */
    public ObjectNode run(VaultCall call) {
        return switch (call.request().operation()) {
            case GET_KEY -> reading.getKey(call);
            case GET_KEYS -> reading.getKeys(call);
            case GET_KEY_VERSIONS -> reading.getKeyVersions(call);
            case GET_DELETED_KEY -> reading.getDeletedKey(call);
            case GET_DELETED_KEYS -> reading.getDeletedKeys(call);
            case CREATE_KEY -> changes.createKey(call);
            case UPDATE_KEY -> changes.updateKey(call);
            case DELETE_KEY -> changes.deleteKey(call);
            case RECOVER_KEY -> changes.recoverKey(call);
            case PURGE_KEY -> changes.purgeKey(call);
            case ROTATE_KEY -> rotations.rotateKey(call);
            case GET_ROTATION_POLICY -> rotations.getPolicy(call);
            case SET_ROTATION_POLICY -> rotations.setPolicy(call);
            case ENCRYPT, WRAP_KEY -> cryptography.close(call);
            case DECRYPT, UNWRAP_KEY -> cryptography.open(call);
        };
    }
}
