package io.keyward.simulator.google.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.AccessReason;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.kms.key.KeyFaults;
import io.keyward.simulator.google.kms.key.SealedData;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.KeyVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The operations that use a key: they need permission, a key of the right purpose, a reason that it accepts, and a version that is enabled, in that order. */
record Cryptography(KeyAccess access) {

    private static final String ADDITIONAL = "additionalAuthenticatedData";
    private static final String PLAINTEXT = "plaintext";
    private static final String CIPHERTEXT = "ciphertext";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_CIPHERTEXT = 2 * MOST_BYTES;

    /** With the primary version, or with the one that the path names. */
    ObjectNode encrypt(KmsRequest request) {
        byte[] plaintext = request.body().bytes(PLAINTEXT, MOST_BYTES);
        byte[] additional = additional(request);
        CryptoKey key = usable(request, "cloudkms.cryptoKeyVersions.useToEncrypt", "Encrypt");
        KeyVersion version = enabled(access.version(
                key,
                request.path()
                        .version()
                        .or(() -> Optional.ofNullable(key.primary()).map(String::valueOf))
                        .orElseThrow(() -> KeyFaults.noPrimary(key))));
        requireManager(key);
        byte[] ciphertext = SealedData.seal(version, plaintext, additional);
        return result(key)
                .put("name", version.name().toString())
                .put(CIPHERTEXT, ciphertext)
                .put("ciphertextCrc32c", Long.toString(Fields.crc32c(ciphertext)))
                .put("verifiedPlaintextCrc32c", request.body().verified(PLAINTEXT, plaintext))
                .put("verifiedAdditionalAuthenticatedDataCrc32c", request.body().verified(ADDITIONAL, additional));
    }

    /** With the version that made the ciphertext, whichever is primary by now. */
    ObjectNode decrypt(KmsRequest request) {
        byte[] ciphertext = request.body().bytes(CIPHERTEXT, MOST_CIPHERTEXT);
        request.body().verified(CIPHERTEXT, ciphertext);
        byte[] additional = additional(request);
        CryptoKey key = usable(request, "cloudkms.cryptoKeyVersions.useToDecrypt", "Decrypt");
        SealedData data = SealedData.parse(ciphertext).orElseThrow(KeyFaults::wrongCiphertext);
        KeyVersion version = access.world()
                .versions()
                .find(key.name().version(data.version()).toString())
                .filter(data::isOf)
                .orElseThrow(KeyFaults::wrongKey);
        enabled(version);
        requireManager(key);
        byte[] plaintext = data.open(version, additional).orElseThrow(KeyFaults::wrongCiphertext);
        return result(key)
                .put(PLAINTEXT, plaintext)
                .put("plaintextCrc32c", Long.toString(Fields.crc32c(plaintext)))
                .put("usedPrimary", Integer.valueOf(data.version()).equals(key.primary()));
    }

    private CryptoKey usable(KmsRequest request, String permission, String operation) {
        CryptoKey key = access.key(request, permission);
        CryptoKeys.requireSymmetric(key, operation);
        AccessReason reason = AccessReason.CUSTOMER_INITIATED_ACCESS;
        boolean justified = Optional.ofNullable(key.accessReasons())
                .map(allowed -> allowed.contains(reason.name()))
                .orElse(true);
        if (!justified) {
            throw KeyFaults.notJustified(key, reason);
        }
        return key;
    }

    private static KeyVersion enabled(KeyVersion version) {
        if (version.state() != KeyVersion.State.ENABLED) {
            throw KeyFaults.notEnabled(version);
        }
        return version;
    }

    private static void requireManager(CryptoKey key) {
        Optional.ofNullable(key.outage()).ifPresent(outage -> {
            throw KeyFaults.outage(key, outage);
        });
    }

    private static byte[] additional(KmsRequest request) {
        byte[] additional = request.body().bytes(ADDITIONAL, MOST_BYTES);
        request.body().verified(ADDITIONAL, additional);
        if (additional.length > 0) {
            request.footprint().encrypts(Map.of(ADDITIONAL, new String(additional, StandardCharsets.UTF_8)));
        }
        return additional;
    }

    private static ObjectNode result(CryptoKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("protectionLevel", key.shape().protection().name());
    }
}
