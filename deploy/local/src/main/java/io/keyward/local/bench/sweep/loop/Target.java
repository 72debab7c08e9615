package io.keyward.local.bench.sweep.loop;

import io.keyward.local.cloud.CloudKey;
import java.util.Map;

/**
 * A key that is to be checked, and all that a check needs.
 *
 * @param region as AWS spells it
 * @param projectId names the session, and is in the encryption context
 * @param keyUseId likewise in the encryption context
 */
public record Target(String region, CloudKey key, String externalId, String projectId, String keyUseId) {
    /** What is in the ciphertext of a target. */
    public static final String PLAINTEXT = "keyward key check";

    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 7;

    /** As one line of a file. */
    public String print() {
        return String.join(
                SEPARATOR, region, key.arn(), key.roleArn(), key.ciphertext(), externalId, projectId, keyUseId);
    }

    static Target parse(String line) {
        String[] fields = line.split(SEPARATOR, -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not a target: " + line);
        }
        return new Target(fields[0], new CloudKey(fields[1], fields[2], fields[3]), fields[4], fields[5], fields[6]);
    }

    /** The context that ciphertexts of a key use are made in. */
    public Map<String, String> encryptionContext() {
        return encryptionContext(projectId, keyUseId);
    }

    /** That of any key use. */
    public static Map<String, String> encryptionContext(String projectId, String keyUseId) {
        return Map.of("purpose", "keyward-key-check", "project", projectId, "keyUse", keyUseId);
    }
}
