package io.keyward.simulator.azure.vault.key;

import java.util.Arrays;
import java.util.Optional;

/** The operations, with the name that the log has for each, what an access policy calls the permission, and the action that roles allow. */
public enum VaultOperation {
    GET_KEY("GetKey", "get", "read"),
    GET_KEYS("GetKeys", "list", "read"),
    GET_KEY_VERSIONS("GetKeyVersions", "list", "read"),
    CREATE_KEY("CreateKey", "create", "create/action"),
    UPDATE_KEY("UpdateKey", "update", "update/action"),
    ENCRYPT("Encrypt", "encrypt", "encrypt/action"),
    DECRYPT("Decrypt", "decrypt", "decrypt/action"),
    WRAP_KEY("WrapKey", "wrapKey", "wrap/action"),
    UNWRAP_KEY("UnwrapKey", "unwrapKey", "unwrap/action"),
    ROTATE_KEY("RotateKey", "rotate", "rotate/action"),
    GET_ROTATION_POLICY("GetKeyRotationPolicy", "getrotationpolicy", "rotationpolicy/read"),
    SET_ROTATION_POLICY("UpdateKeyRotationPolicy", "setrotationpolicy", "rotationpolicy/write"),
    DELETE_KEY("DeleteKey", "delete", "delete"),
    GET_DELETED_KEY("GetDeletedKey", "get", "read"),
    GET_DELETED_KEYS("GetDeletedKeys", "list", "read"),
    RECOVER_KEY("RecoverDeletedKey", "recover", "recover/action"),
    PURGE_KEY("PurgeDeletedKey", "purge", "purge/action");

    private final String label;
    private final String permission;
    private final String action;

    VaultOperation(String label, String permission, String action) {
        this.label = label;
        this.permission = permission;
        this.action = action;
    }

    /** The use of a key that the last part of a path asks for; paths write it in lower case. */
    static Optional<VaultOperation> use(String word) {
        return Arrays.stream(values())
                .filter(VaultOperation::usesKey)
                .filter(operation -> operation.permission.equalsIgnoreCase(word))
                .findFirst();
    }

    public String label() {
        return label;
    }

    /** As access policies and {@code key_ops} name it. */
    public String permission() {
        return permission;
    }

    /** As roles name it. */
    public String action() {
        return "Microsoft.KeyVault/vaults/keys/" + action;
    }

    /** Whether it opens what was closed. */
    boolean opens() {
        return this == DECRYPT || this == UNWRAP_KEY;
    }

    private boolean usesKey() {
        return opens() || this == ENCRYPT || this == WRAP_KEY;
    }
}
