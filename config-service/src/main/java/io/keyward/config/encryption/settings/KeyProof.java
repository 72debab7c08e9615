package io.keyward.config.encryption.settings;

import java.time.Instant;

/**
 * What the check of a wanted configuration found.
 *
 * @param arn full name of the key
 * @param valid whether it could be used; false only for a key behind private networking that could not be reached yet
 * @param roleArn the role it was opened with
 */
public record KeyProof(String arn, boolean valid, String roleArn, String externalId, Instant at) {}
