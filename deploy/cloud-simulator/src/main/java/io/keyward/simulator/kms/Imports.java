package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.kms.key.KeyMetadata;
import io.keyward.simulator.kms.key.KeyStates;
import io.keyward.simulator.kms.key.KmsFaults;
import io.keyward.simulator.rsa.QuickRsa;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.spec.MGF1ParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** Key material that customers bring, and take away again. A token is good for one run of the simulator. */
final class Imports {

    private static final Duration TOKEN_LIFE = Duration.ofDays(1);
    private static final int MOST_BYTES = 6144;
    private static final int SECRET_BYTES = 32;
    private static final String NEVER_EXPIRES = "KEY_MATERIAL_DOES_NOT_EXPIRE";

    private final KeyAccess access;
    private final World world;
    private @Nullable KeyPair wrapping;

    Imports(KeyAccess access) {
        this.access = access;
        this.world = access.world();
    }

    ObjectNode getParametersForImport(Invocation call) {
        KmsKey key = importable(call);
        String algorithm = call.input().required("WrappingAlgorithm");
        return result(key)
                .put("ImportToken", token(key, hash(call, algorithm)))
                .put("PublicKey", wrapping().getPublic().getEncoded())
                .put("ParametersValidTo", KeyMetadata.seconds(call.now().plus(TOKEN_LIFE)));
    }

    ObjectNode importKeyMaterial(Invocation call) {
        KmsKey key = importable(call);
        Instant validTo = validTo(call);
        byte[] token = call.input().requiredBytes("ImportToken", MOST_BYTES);
        byte[] secret = unwrap(call, key, token);
        KeyMaterial material = same(key, secret).orElseGet(() -> KeyMaterial.imported(secret, call.now()));
        world.materials().put(key.arn().materialName(), material.untilThen(validTo));
        if (key.status().state() == KmsKey.State.PendingImport) {
            world.keep(key.with(KmsKey.Status.of(KmsKey.State.Enabled)));
        }
        return result(key).put("KeyMaterialId", material.versions().getFirst().id());
    }

    ObjectNode deleteImportedKeyMaterial(Invocation call) {
        KmsKey key = importable(call);
        String name = key.arn().materialName();
        if (world.materials().has(name)) {
            world.materials().change(name, (KeyMaterial material) -> material.taken());
        }
        world.keep(key.with(KmsKey.Status.of(KmsKey.State.PendingImport)));
        return result(key);
    }

    /** Material expires unless it is said that it does not. */
    private static @Nullable Instant validTo(Invocation call) {
        if (call.input().text("ExpirationModel", "").equals(NEVER_EXPIRES)) {
            return null;
        }
        double seconds = call.input().fields().path("ValidTo").asDouble(0);
        Instant end = Instant.ofEpochMilli(Math.round(seconds * 1000));
        if (!end.isAfter(call.now())) {
            throw call.input().invalid("ValidTo", end.toString(), "Member must be a time to come");
        }
        return end;
    }

    /** What the key had before, if the secret is that; other material than the first is refused. */
    private Optional<KeyMaterial> same(KmsKey key, byte[] secret) {
        Optional<KeyMaterial> before = world.materials().find(key.arn().materialName());
        before.map(material -> material.versions().getFirst().secret())
                .filter(known -> !MessageDigest.isEqual(known, secret))
                .ifPresent(other -> {
                    throw new AwsFault("IncorrectKeyMaterialException", "Not the material that was imported before.");
                });
        return before;
    }

    private KmsKey importable(Invocation call) {
        KmsKey key = access.open(call);
        if (!key.imported()) {
            throw KmsFaults.unsupported(key, call.operation());
        }
        KeyStates.requireNotPendingDeletion(key);
        return key;
    }

    private byte[] unwrap(Invocation call, KmsKey key, byte[] token) {
        byte[] wrapped = call.input().requiredBytes("EncryptedKeyMaterial", MOST_BYTES);
        for (String hash : new String[] {"SHA-256", "SHA-1"}) {
            if (Arrays.equals(token, token(key, hash))) {
                return decrypt(wrapped, hash);
            }
        }
        throw new AwsFault("InvalidImportTokenException", "The import token is not for this key.");
    }

    private byte[] decrypt(byte[] wrapped, String hash) {
        MGF1ParameterSpec mask = new MGF1ParameterSpec(hash);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    wrapping().getPrivate(),
                    new OAEPParameterSpec(hash, "MGF1", mask, PSource.PSpecified.DEFAULT));
            byte[] secret = cipher.doFinal(wrapped);
            if (secret.length == SECRET_BYTES) {
                return secret;
            }
        } catch (GeneralSecurityException e) {
            // answered below, like material of the wrong length
        }
        throw new AwsFault("InvalidCiphertextException", "The key material could not be unwrapped to 256 bits.");
    }

    /** Says for which key, wrapped how and by which public key: enough for a token that nobody has a reason to forge. */
    private byte[] token(KmsKey key, String hash) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(wrapping().getPublic().getEncoded());
            return digest.digest((key.arn() + hash).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hash(Invocation call, String algorithm) {
        return switch (algorithm) {
            case "RSAES_OAEP_SHA_256" -> "SHA-256";
            case "RSAES_OAEP_SHA_1" -> "SHA-1";
            default -> throw call.input().invalid("WrappingAlgorithm", algorithm, "Only RSAES_OAEP is simulated");
        };
    }

    private KeyPair wrapping() {
        KeyPair made = wrapping;
        if (made == null) {
            made = QuickRsa.make(2048);
            wrapping = made;
        }
        return made;
    }

    private static ObjectNode result(KmsKey key) {
        return JsonNodeFactory.instance.objectNode().put("KeyId", key.arn().toString());
    }
}
