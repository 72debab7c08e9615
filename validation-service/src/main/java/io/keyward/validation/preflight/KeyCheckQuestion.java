package io.keyward.validation.preflight;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.Secret;
import io.keyward.validation.keyuse.Reach;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The key in question. A question about a cloud that this version does not know is 400. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "provider")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeyCheckQuestion.Aws.class, name = "AWS"),
    @JsonSubTypes.Type(value = KeyCheckQuestion.Azure.class, name = "AZURE"),
    @JsonSubTypes.Type(value = KeyCheckQuestion.Google.class, name = "GCP")
})
public sealed interface KeyCheckQuestion {

    /** The project that wants to use it. */
    String groupId();

    /** How the way to it is found. */
    Reach reach();

    /** What a check needs to know, on that way. */
    KeyRef toKey(KeyPath path);

    private static Reach reach(String provider, String region, @Nullable Boolean privateNetworking) {
        return new Reach(provider, region, Boolean.TRUE.equals(privateNetworking));
    }

    private static @Nullable Secret secret(@Nullable String value) {
        return value == null || value.isEmpty() ? null : new Secret(value);
    }

    /**
     * On AWS.
     *
     * @param key an ARN, or a key id of the role's account
     * @param region for example {@code us-east-1}
     * @param privateNetworking whether it is to be reached over private endpoints only; false when it is not said
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Aws(
            @NotBlank String groupId,
            @NotBlank String key,
            @NotBlank String region,
            @NotBlank String roleArn,
            @NotBlank String externalId,
            @Nullable Boolean privateNetworking)
            implements KeyCheckQuestion {
        @Override
        public Reach reach() {
            return KeyCheckQuestion.reach("AWS", region, privateNetworking);
        }

        @Override
        public AwsKey toKey(KeyPath path) {
            return new AwsKey(groupId, null, key, region, path, roleArn, externalId, null);
        }
    }

    /**
     * On Azure.
     *
     * @param key versioned key identifier
     * @param region of the endpoint that would serve it, or {@code global}
     * @param secret the application's; null where it is our own, or is kept already under the access's credential id
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Azure(
            @NotBlank String groupId,
            @NotBlank String key,
            @NotBlank String region,
            @NotNull @Valid AzureApplication access,
            @Nullable String secret,
            @Nullable Boolean privateNetworking)
            implements KeyCheckQuestion {
        @Override
        public Reach reach() {
            return KeyCheckQuestion.reach("AZURE", region, privateNetworking);
        }

        @Override
        public AzureKey toKey(KeyPath path) {
            return new AzureKey(groupId, null, key, region, path, access, KeyCheckQuestion.secret(secret), null, false);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Azure[" + key + "]";
        }
    }

    /**
     * On Google Cloud.
     *
     * @param key resource name of the key's version
     * @param region the key's location
     * @param secret the service account's key; null where the account is impersonated, or the key is kept already under the access's credential id
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Google(
            @NotBlank String groupId,
            @NotBlank String key,
            @NotBlank String region,
            @NotNull @Valid GoogleAccount access,
            @Nullable String secret,
            @Nullable Boolean privateNetworking)
            implements KeyCheckQuestion {
        @Override
        public Reach reach() {
            return KeyCheckQuestion.reach("GCP", region, privateNetworking);
        }

        @Override
        public GoogleKey toKey(KeyPath path) {
            return new GoogleKey(
                    groupId, null, key, region, path, access, KeyCheckQuestion.secret(secret), null, false);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Google[" + key + "]";
        }
    }
}
