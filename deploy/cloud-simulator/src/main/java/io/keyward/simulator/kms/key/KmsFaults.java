package io.keyward.simulator.kms.key;

import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KmsKey;

/** The refusals that are KMS's own, in its words. */
public final class KmsFaults {

    private KmsFaults() {}

    public static AwsFault noSuchKey(KeyArn arn) {
        return new AwsFault("NotFoundException", "Key '" + arn + "' does not exist");
    }

    public static AwsFault noSuchAlias(String arn) {
        return new AwsFault("NotFoundException", "Alias " + arn + " is not found.");
    }

    public static AwsFault invalidKeyId(String keyId) {
        return new AwsFault("NotFoundException", "Invalid keyId '" + keyId + "'");
    }

    public static AwsFault otherRegion(String region) {
        return new AwsFault("NotFoundException", "Invalid arn " + region);
    }

    public static AwsFault invalidArn(String arn) {
        return new AwsFault("InvalidArnException", "Invalid ARN '" + arn + "'");
    }

    public static AwsFault disabled(KmsKey key) {
        return new AwsFault("DisabledException", key.arn() + " is disabled.");
    }

    public static AwsFault invalidState(KmsKey key, String what) {
        return new AwsFault("KMSInvalidStateException", key.arn() + " " + what + ".");
    }

    public static AwsFault wrongUsage(KmsKey key, String operation) {
        return new AwsFault(
                "InvalidKeyUsageException",
                "%s key usage is %s which is not valid for %s."
                        .formatted(key.arn(), key.shape().usage(), operation));
    }

    public static AwsFault wrongAlgorithm(KmsKey key, String algorithm) {
        return new AwsFault(
                "InvalidKeyUsageException",
                "Algorithm %s and key spec %s are incompatible."
                        .formatted(algorithm, key.shape().spec()));
    }

    public static AwsFault unsupported(KmsKey key, String operation) {
        return new AwsFault(
                "UnsupportedOperationException",
                "%s is not supported for %s, whose key spec is %s, origin %s and multi-Region type %s."
                        .formatted(
                                operation,
                                key.arn(),
                                key.shape().spec(),
                                key.shape().origin(),
                                multiRegionType(key)));
    }

    public static AwsFault incorrectKey() {
        return new AwsFault(
                "IncorrectKeyException",
                "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    public static AwsFault invalidCiphertext() {
        return new AwsFault("InvalidCiphertextException", "");
    }

    public static AwsFault ciphertextOfNobody() {
        return new AwsFault(
                "AccessDeniedException",
                "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you"
                        + " are not allowed to access.");
    }

    public static AwsFault dryRun() {
        return new AwsFault(
                "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");
    }

    private static String multiRegionType(KmsKey key) {
        if (!key.multiRegion()) {
            return "none";
        }
        return key.primary() ? "PRIMARY" : "REPLICA";
    }
}
