package io.keyward.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/**
 * A key as it was made in the cloud.
 *
 * @param arn the key's
 * @param roleArn of the role that may use it
 * @param ciphertext something encrypted with it, in Base64
 */
public record CloudKey(String arn, String roleArn, String ciphertext) {

    static CloudKey read(JsonNode made) {
        return new CloudKey(
                made.path("arn").asText(),
                made.path("roleArn").asText(),
                made.path("ciphertext").asText());
    }

    /** The ciphertext as it is. */
    public byte[] blob() {
        return Base64.getDecoder().decode(ciphertext);
    }
}
