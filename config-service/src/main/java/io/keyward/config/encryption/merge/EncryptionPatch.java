package io.keyward.config.encryption.merge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.atlas.region.Cloud;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Body of a PATCH. A field that is absent, null or blank was not sent. Clients send back whole GET bodies, so everything that GET answers
 * is accepted here; {@code valid} is ours to say and ignored.
 */
public record EncryptionPatch(
        @Nullable Aws awsKms,
        @Nullable Azure azureKeyVault,
        @Nullable Google googleCloudKms,
        @Nullable Boolean enabledForSearchNodes) {

    /** AWS KMS. Credentials are only ever read to be refused or ignored. */
    @JsonIgnoreProperties("valid")
    public record Aws(
            @Nullable Boolean enabled,
            @Nullable String customerMasterKeyID,
            @Nullable String region,
            @Nullable String roleId,
            @Nullable String accessKeyID,
            @Nullable String secretAccessKey,
            @Nullable Boolean requirePrivateNetworking) {

        boolean carriesCredentials() {
            return isSent(accessKeyID) || isSent(secretAccessKey);
        }

        /** Whether it asks for anything at all; {@code {}} and the nulls of an unconfigured provider do not. */
        boolean asksForSomething() {
            return Boolean.TRUE.equals(enabled)
                    || Boolean.TRUE.equals(requirePrivateNetworking)
                    || carriesCredentials()
                    || isSent(customerMasterKeyID)
                    || isSent(region)
                    || isSent(roleId);
        }

        /** Without the secret: records are printed by loggers and debuggers. */
        @Override
        public String toString() {
            return "Aws[enabled=" + enabled + ", customerMasterKeyID=" + customerMasterKeyID + ", region=" + region
                    + ", roleId=" + roleId + ", requirePrivateNetworking=" + requirePrivateNetworking + "]";
        }
    }

    /** Azure Key Vault. */
    @JsonIgnoreProperties("valid")
    public record Azure(
            @Nullable Boolean enabled,
            @Nullable String azureEnvironment,
            @Nullable String clientID,
            @Nullable String tenantID,
            @Nullable String subscriptionID,
            @Nullable String resourceGroupName,
            @Nullable String keyVaultName,
            @Nullable String keyIdentifier,
            @Nullable String secret,
            @Nullable String roleId,
            @Nullable Boolean requirePrivateNetworking) {

        /** Whether it wants the provider on, or stored for later. {@code enabled:false} erases, whatever else is sent. */
        boolean asksForSomething() {
            if (Boolean.FALSE.equals(enabled)) {
                return false;
            }
            return Boolean.TRUE.equals(enabled)
                    || Boolean.TRUE.equals(requirePrivateNetworking)
                    || anySent(clientID, tenantID, subscriptionID, resourceGroupName, keyVaultName)
                    || anySent(keyIdentifier, secret, roleId);
        }

        @Override
        public String toString() {
            return "Azure[enabled=" + enabled + ", keyVaultName=" + keyVaultName + "]";
        }
    }

    /** Google Cloud KMS. */
    @JsonIgnoreProperties("valid")
    public record Google(
            @Nullable Boolean enabled,
            @Nullable String keyVersionResourceID,
            @Nullable String serviceAccountKey,
            @Nullable String roleId) {

        /** As {@link Azure#asksForSomething()}. */
        boolean asksForSomething() {
            if (Boolean.FALSE.equals(enabled)) {
                return false;
            }
            return Boolean.TRUE.equals(enabled) || anySent(keyVersionResourceID, serviceAccountKey, roleId);
        }

        @Override
        public String toString() {
            return "Google[enabled=" + enabled + ", keyVersionResourceID=" + keyVersionResourceID + "]";
        }
    }

    /** The secrets that it carries; those beside a role are ignored. */
    public Map<Cloud, String> secrets() {
        Map<Cloud, String> secrets = new EnumMap<>(Cloud.class);
        if (azureKeyVault != null && isSent(azureKeyVault.secret) && !isSent(azureKeyVault.roleId)) {
            secrets.put(Cloud.AZURE, azureKeyVault.secret);
        }
        if (googleCloudKms != null && isSent(googleCloudKms.serviceAccountKey) && !isSent(googleCloudKms.roleId)) {
            secrets.put(Cloud.GCP, googleCloudKms.serviceAccountKey);
        }
        return secrets;
    }

    static boolean isSent(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static boolean anySent(@Nullable String... values) {
        return Stream.of(values).filter(Objects::nonNull).anyMatch(EncryptionPatch::isSent);
    }
}
