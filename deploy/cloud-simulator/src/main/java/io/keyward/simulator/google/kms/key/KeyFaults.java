package io.keyward.simulator.google.kms.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.wire.ErrorDetails;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.CryptoKey.Outage;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.KeyVersion;
import io.keyward.simulator.google.world.RingName;
import java.util.Map;

/** The refusals that are Cloud KMS's own, in its words where they are known. */
public final class KeyFaults {

    private KeyFaults() {}

    public static GoogleFault noSuchRing(RingName ring) {
        return new GoogleFault(RpcStatus.NOT_FOUND, "KeyRing " + ring + " not found.");
    }

    public static GoogleFault noSuchKey(KeyName key) {
        return new GoogleFault(RpcStatus.NOT_FOUND, "CryptoKey " + key + " not found.");
    }

    public static GoogleFault noSuchVersion(KeyName key, String number) {
        return new GoogleFault(
                RpcStatus.NOT_FOUND, "CryptoKeyVersion %s/cryptoKeyVersions/%s not found.".formatted(key, number));
    }

    public static GoogleFault exists(String kind, Object name) {
        return new GoogleFault(RpcStatus.ALREADY_EXISTS, kind + " " + name + " already exists.");
    }

    /** Not usable in the state that it is in. */
    public static GoogleFault notEnabled(KeyVersion version) {
        return new GoogleFault(
                RpcStatus.FAILED_PRECONDITION,
                "%s is not enabled, current state is: %s.".formatted(version.name(), version.state()),
                violated(version));
    }

    /** Not to be brought from the state that it is in to another. */
    public static GoogleFault wrongState(KeyVersion version, String what) {
        return new GoogleFault(
                RpcStatus.FAILED_PRECONDITION,
                "%s cannot be %s, current state is: %s.".formatted(version.name(), what, version.state()),
                violated(version));
    }

    public static GoogleFault noPrimary(CryptoKey key) {
        return new GoogleFault(RpcStatus.FAILED_PRECONDITION, key.name() + " has no primary version.");
    }

    public static GoogleFault wrongPurpose(CryptoKey key, String operation) {
        return new GoogleFault(
                RpcStatus.INVALID_ARGUMENT,
                "%s has the purpose %s, which %s does not support."
                        .formatted(key.name(), key.shape().purpose(), operation));
    }

    public static GoogleFault notJustified(CryptoKey key, AccessReason reason) {
        return new GoogleFault(
                RpcStatus.PERMISSION_DENIED,
                "The Key Access Justifications policy of %s does not allow the reason %s."
                        .formatted(key.name(), reason));
    }

    /** The external key manager does not answer. */
    public static GoogleFault outage(CryptoKey key, Outage outage) {
        return switch (outage) {
            case UNAVAILABLE ->
                new GoogleFault(
                        RpcStatus.UNAVAILABLE, "The external key manager of " + key.name() + " cannot be reached.");
            case DEADLINE_EXCEEDED ->
                new GoogleFault(
                        RpcStatus.DEADLINE_EXCEEDED,
                        "The external key manager of " + key.name() + " did not answer in time.");
        };
    }

    public static GoogleFault wrongKey() {
        return new GoogleFault(
                RpcStatus.INVALID_ARGUMENT, "Decryption failed: verify that 'name' refers to the correct CryptoKey.");
    }

    public static GoogleFault wrongCiphertext() {
        return new GoogleFault(RpcStatus.INVALID_ARGUMENT, "Decryption failed: the ciphertext is invalid.");
    }

    private static ObjectNode violated(KeyVersion version) {
        return ErrorDetails.precondition(
                "KEY_" + version.state(), Map.of("subject", version.name().toString()));
    }
}
