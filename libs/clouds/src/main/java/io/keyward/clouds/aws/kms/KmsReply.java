package io.keyward.clouds.aws.kms;

import io.vertx.core.json.JsonObject;

/**
 * What KMS answered.
 *
 * @param requestId AWS's
 */
public record KmsReply(JsonObject body, String requestId) {

    /** Without what was decrypted. */
    @Override
    public String toString() {
        return "KmsReply[requestId=" + requestId + "]";
    }
}
