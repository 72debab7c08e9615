package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.Ciphertext;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.kms.key.KeyStates;
import io.keyward.simulator.kms.key.KmsFaults;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import java.security.SecureRandom;
import java.util.Map;

/** The operations that use a key: they need permission, then an enabled key, then one of the right usage, in that order. */
final class Cryptography {

    private static final String ALGORITHM = "SYMMETRIC_DEFAULT";
    private static final int MOST_PLAINTEXT = 4096;
    private static final int MOST_CIPHERTEXT = 6144;

    /** What was inside a ciphertext, and which key opened it. */
    private record Opened(KmsKey key, String materialId, byte[] plaintext) {}

    private final KeyAccess access;
    private final SecureRandom random = new SecureRandom();

    Cryptography(KeyAccess access) {
        this.access = access;
    }

    ObjectNode encrypt(Invocation call) {
        byte[] plaintext = call.input().requiredBytes("Plaintext", MOST_PLAINTEXT);
        KmsKey key = usable(call, access.open(call), call.input().text("EncryptionAlgorithm", ALGORITHM));
        stopIfDry(call);
        return result(key)
                .put("CiphertextBlob", seal(key, call.input().texts("EncryptionContext"), plaintext))
                .put("EncryptionAlgorithm", ALGORITHM);
    }

    ObjectNode decrypt(Invocation call) {
        Opened opened = open(call, "KeyId", "EncryptionAlgorithm", "EncryptionContext", call.action());
        stopIfDry(call);
        return result(opened.key())
                .put("Plaintext", opened.plaintext())
                .put("KeyMaterialId", opened.materialId())
                .put("EncryptionAlgorithm", ALGORITHM);
    }

    ObjectNode reEncrypt(Invocation call) {
        Opened source =
                open(call, "SourceKeyId", "SourceEncryptionAlgorithm", "SourceEncryptionContext", "kms:ReEncryptFrom");
        KmsKey target = usable(
                call,
                access.open(call, call.input().required("DestinationKeyId"), "kms:ReEncryptTo"),
                call.input().text("DestinationEncryptionAlgorithm", ALGORITHM));
        stopIfDry(call);
        Map<String, String> context = call.input().texts("DestinationEncryptionContext");
        return result(target)
                .put("CiphertextBlob", seal(target, context, source.plaintext()))
                .put("SourceKeyId", source.key().arn().toString())
                .put("SourceEncryptionAlgorithm", ALGORITHM)
                .put("DestinationEncryptionAlgorithm", ALGORITHM);
    }

    ObjectNode generateDataKey(Invocation call) {
        byte[] dataKey = new byte[dataKeyLength(call)];
        random.nextBytes(dataKey);
        return generateDataKeyWithoutPlaintext(call, dataKey).put("Plaintext", dataKey);
    }

    ObjectNode generateDataKeyWithoutPlaintext(Invocation call) {
        byte[] dataKey = new byte[dataKeyLength(call)];
        random.nextBytes(dataKey);
        return generateDataKeyWithoutPlaintext(call, dataKey);
    }

    private ObjectNode generateDataKeyWithoutPlaintext(Invocation call, byte[] dataKey) {
        KmsKey key = usable(call, access.open(call), ALGORITHM);
        stopIfDry(call);
        KeyMaterial material = material(key);
        return result(key)
                .put("CiphertextBlob", seal(key, call.input().texts("EncryptionContext"), dataKey))
                .put("KeyMaterialId", material.versions().getLast().id());
    }

    private Opened open(Invocation call, String keyId, String algorithm, String context, String action) {
        byte[] blob = call.input().requiredBytes("CiphertextBlob", MOST_CIPHERTEXT);
        Ciphertext ciphertext = Ciphertext.parse(blob).orElseThrow(KmsFaults::invalidCiphertext);
        String named = call.input().text(keyId).orElseGet(() -> keyOf(ciphertext, call));
        KmsKey key = usable(call, access.open(call, named, action), call.input().text(algorithm, ALGORITHM));
        if (!ciphertext.materialName().equals(key.arn().materialName())) {
            throw KmsFaults.incorrectKey();
        }
        KeyMaterial material = material(key);
        byte[] plaintext =
                ciphertext.open(material, call.input().texts(context)).orElseThrow(KmsFaults::invalidCiphertext);
        return new Opened(key, material.versions().get(ciphertext.version()).id(), plaintext);
    }

    /** A symmetric ciphertext names its key; the region is the one that was asked. */
    private String keyOf(Ciphertext ciphertext, Invocation call) {
        String[] parts = ciphertext.materialName().split("/", 2);
        if (parts.length != 2) {
            throw KmsFaults.invalidCiphertext();
        }
        KeyArn arn = new KeyArn(call.region(), parts[0], parts[1]);
        return access.find(arn).map(key -> key.arn().toString()).orElseThrow(KmsFaults::ciphertextOfNobody);
    }

    private static KmsKey usable(Invocation call, KmsKey key, String algorithm) {
        KeyStates.requireEnabled(key);
        if (!key.shape().usage().equals("ENCRYPT_DECRYPT")) {
            throw KmsFaults.wrongUsage(key, call.operation());
        }
        if (!key.shape().spec().equals(ALGORITHM) || !algorithm.equals(ALGORITHM)) {
            throw KmsFaults.wrongAlgorithm(key, algorithm);
        }
        return key;
    }

    private byte[] seal(KmsKey key, Map<String, String> context, byte[] plaintext) {
        return Ciphertext.seal(key.arn().materialName(), material(key), context, plaintext)
                .bytes();
    }

    private KeyMaterial material(KmsKey key) {
        return access.world()
                .materials()
                .find(key.arn().materialName())
                .orElseThrow(() -> new IllegalStateException("no material for " + key.arn()));
    }

    private static int dataKeyLength(Invocation call) {
        int bytes = call.input().number("NumberOfBytes", 0, 1, 1024);
        String spec = call.input().text("KeySpec", "");
        if ((bytes == 0) == spec.isEmpty()) {
            throw call.input()
                    .invalid("KeySpec", spec.isEmpty() ? "null" : spec, "Specify either KeySpec or NumberOfBytes");
        }
        return switch (spec) {
            case "" -> bytes;
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default ->
                throw call.input().invalid("KeySpec", spec, "Member must satisfy enum value set: [AES_256, AES_128]");
        };
    }

    private static void stopIfDry(Invocation call) {
        if (call.input().flag("DryRun")) {
            throw KmsFaults.dryRun();
        }
    }

    private static ObjectNode result(KmsKey key) {
        return JsonNodeFactory.instance.objectNode().put("KeyId", key.arn().toString());
    }
}
