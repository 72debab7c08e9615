package io.keyward.simulator.azure.vault.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.RsaPair;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.azure.world.vault.VaultKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keys as Key Vault shows them. */
final class KeyView {

    /** A point of the curve P-256, for keys that can be shown and not used. */
    private static final String X = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";

    private static final String Y = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    private KeyView() {}

    /** @param pair of an RSA key */
    static ObjectNode bundle(Vault vault, VaultKey key, KeyVersion version, Function<KeyVersion, RsaPair> pair) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode jwk = body.putObject("key")
                .put("kid", key.id(version))
                .put("kty", version.shape().type());
        version.attributes().operations().forEach(jwk.putArray("key_ops")::add);
        if (version.shape().rsa()) {
            RsaPair made = pair.apply(version);
            jwk.put("n", encode(made.modulus())).put("e", encode(made.exponent()));
        } else {
            jwk.put("crv", "P-256").put("x", encode(unhex(X))).put("y", encode(unhex(Y)));
        }
        return attributes(body, vault, version);
    }

    static ObjectNode deleted(ObjectNode bundle, VaultKey key) {
        return dates(bundle, key);
    }

    /** The newest version of each key, under the key's own identifier. */
    static ObjectNode list(Vault vault, Stream<VaultKey> keys) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        keys.forEach(key ->
                dates(attributes(body.withArray("value").addObject().put("kid", key.id()), vault, key.newest()), key));
        return closed(body);
    }

    static ObjectNode versions(Vault vault, VaultKey key, List<KeyVersion> versions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        versions.forEach(
                version -> attributes(body.withArray("value").addObject().put("kid", key.id(version)), vault, version));
        return closed(body);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ObjectNode closed(ObjectNode body) {
        body.withArray("value");
        return body.putNull("nextLink");
    }

    private static ObjectNode attributes(ObjectNode body, Vault vault, KeyVersion version) {
        KeyVersion.Attributes attributes = version.attributes();
        ObjectNode shown = body.putObject("attributes").put("enabled", attributes.enabled());
        Instant notBefore = attributes.notBefore();
        Instant expires = attributes.expires();
        if (notBefore != null) {
            shown.put("nbf", notBefore.getEpochSecond());
        }
        if (expires != null) {
            shown.put("exp", expires.getEpochSecond());
        }
        shown.put("created", version.created().getEpochSecond())
                .put("updated", version.updated().getEpochSecond())
                .put("recoveryLevel", vault.deletion().purgeProtection() ? "Recoverable" : "Recoverable+Purgeable")
                .put("recoverableDays", vault.deletion().retentionDays());
        if (!version.tags().isEmpty()) {
            version.tags().forEach(body.putObject("tags")::put);
        }
        return body;
    }

    private static ObjectNode dates(ObjectNode body, VaultKey key) {
        Instant deletedAt = key.deletedAt();
        Instant purgeAt = key.purgeAt();
        if (deletedAt != null && purgeAt != null) {
            body.put("recoveryId", key.recoveryId())
                    .put("deletedDate", deletedAt.getEpochSecond())
                    .put("scheduledPurgeDate", purgeAt.getEpochSecond());
        }
        return body;
    }

    private static byte[] unhex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
