package io.keyward.simulator.kms.key;

import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.KmsKey;
import java.util.Optional;

/** What a key's state forbids, by kind of operation. Describing a key, its policy, aliases and tags is possible in every state. */
public final class KeyStates {

    private KeyStates() {}

    /** Cryptography, rotation, replication: only an enabled key. */
    public static void requireEnabled(KmsKey key) {
        whyNotEnabled(key).ifPresent(fault -> {
            throw fault;
        });
    }

    /** Switching on and off, and scheduling a deletion: not while one is scheduled. */
    public static void requireNotPendingDeletion(KmsKey key) {
        switch (key.status().state()) {
            case Enabled, Disabled, PendingImport -> {}
            case PendingDeletion, PendingReplicaDeletion -> throw pendingDeletion(key);
            case Creating, Updating, Unavailable -> throw unsettled(key);
        }
    }

    /** Switching on and off: neither while a deletion is scheduled nor without material. */
    public static void requireSwitchable(KmsKey key) {
        requireNotPendingDeletion(key);
        if (key.status().state() == KmsKey.State.PendingImport) {
            throw pendingImport(key);
        }
    }

    public static void requirePendingDeletion(KmsKey key) {
        switch (key.status().state()) {
            case PendingDeletion, PendingReplicaDeletion -> {}
            case Enabled, Disabled, PendingImport, Creating, Updating, Unavailable ->
                throw KmsFaults.invalidState(key, "is not pending deletion");
        }
    }

    private static Optional<AwsFault> whyNotEnabled(KmsKey key) {
        return switch (key.status().state()) {
            case Enabled -> Optional.empty();
            case Disabled -> Optional.of(KmsFaults.disabled(key));
            case PendingDeletion, PendingReplicaDeletion -> Optional.of(pendingDeletion(key));
            case PendingImport -> Optional.of(pendingImport(key));
            case Creating, Updating, Unavailable -> Optional.of(unsettled(key));
        };
    }

    private static AwsFault pendingDeletion(KmsKey key) {
        return KmsFaults.invalidState(key, "is pending deletion");
    }

    private static AwsFault unsettled(KmsKey key) {
        return KmsFaults.invalidState(key, "is " + key.status().state());
    }

    private static AwsFault pendingImport(KmsKey key) {
        return KmsFaults.invalidState(key, "is pending import");
    }
}
