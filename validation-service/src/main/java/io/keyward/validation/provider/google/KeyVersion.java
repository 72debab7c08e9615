package io.keyward.validation.provider.google;

import io.keyward.clouds.web.CloudReply;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Cloud KMS tells of one version of a key.
 *
 * @param destroyAt when it will be destroyed; null unless it is scheduled
 * @param madeAt null while it is being made
 */
record KeyVersion(
        String state,
        String algorithm,
        @Nullable Instant destroyAt,
        @Nullable Instant madeAt) {

    /** Fails where state or algorithm is not told: what is no version is none that is enabled, and none that is of the wrong kind. */
    static KeyVersion of(CloudReply reply) {
        var body = reply.json();
        var generated = time(body, "generateTime");
        return new KeyVersion(
                reply.text("state"),
                reply.text("algorithm"),
                time(body, "destroyTime"),
                generated == null ? time(body, "createTime") : generated);
    }

    boolean isSymmetric() {
        return algorithm.equals("GOOGLE_SYMMETRIC_ENCRYPTION") || algorithm.equals("EXTERNAL_SYMMETRIC_ENCRYPTION");
    }

    /** A version's material is as old as the version: a rotation makes another one. */
    KeyLife life(@Nullable Instant nextRotationAt) {
        return new KeyLife(
                destroyAt,
                destroyAt == null ? null : End.DELETION,
                madeAt,
                madeAt == null ? null : RotationSource.ROTATION_RECORD,
                nextRotationAt);
    }

    /** A time of Google's; null when there is none. */
    static @Nullable Instant time(JsonObject body, String field) {
        var text = body.getString(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
