package io.keyward.validation.provider.azure;

import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vault tells of one version of a key.
 *
 * @param expiresAt null when it has no last day
 * @param createdAt null when it is older than Azure's memory
 */
record KeyBundle(
        String type,
        boolean enabled,
        @Nullable Instant expiresAt,
        @Nullable Instant createdAt) {

    /** Fails where type or state is not told: what is no key is none that is enabled, and none that is of the wrong kind. */
    static KeyBundle of(JsonObject body) {
        var attributes = told(body.getJsonObject("attributes"), "attributes");
        return new KeyBundle(
                text(told(body.getJsonObject("key"), "key"), "kty"),
                told(attributes.getBoolean("enabled"), "enabled"),
                time(attributes, "exp"),
                time(attributes, "created"));
    }

    boolean isRsa() {
        return type.equals("RSA") || type.equals("RSA-HSM");
    }

    /** A version's material is as old as the version: another rotation is another version, which has to be configured. */
    KeyLife life() {
        return new KeyLife(
                expiresAt,
                expiresAt == null ? null : End.KEY_EXPIRY,
                createdAt,
                createdAt == null ? null : RotationSource.CREATION,
                null);
    }

    /** When a deleted key is gone for good. Fails for what is none: each tells by which id it is brought back. */
    static KeyLife deleted(JsonObject body) {
        text(body, "recoveryId");
        var purgeAt = time(body, "scheduledPurgeDate");
        return new KeyLife(purgeAt, purgeAt == null ? null : End.DELETION, null, null, null);
    }

    private static String text(JsonObject object, String field) {
        return told(object.getValue(field) instanceof String text ? text : null, field);
    }

    private static <T> T told(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("the vault does not tell " + field);
        }
        return value;
    }

    private static @Nullable Instant time(JsonObject body, String field) {
        var seconds = body.getLong(field);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
