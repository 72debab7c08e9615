package io.keyward.config.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import org.jspecify.annotations.Nullable;

/** "Can this key be used?" */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "provider")
@JsonSubTypes({
    @Type(value = KeyQuestion.Aws.class, name = "AWS"),
    @Type(value = KeyQuestion.Azure.class, name = "AZURE"),
    @Type(value = KeyQuestion.Google.class, name = "GCP")
})
public sealed interface KeyQuestion {

    /** The project that wants to use it. */
    String groupId();

    /** Full name of the key, as far as it is known. */
    String key();

    /**
     * On AWS.
     *
     * @param key a full ARN, or a key id to be looked up in the role's own account
     * @param region as the provider spells it, for example {@code us-east-1}
     * @param privateNetworking whether the wanted configuration asks for private networking
     */
    record Aws(String groupId, String key, String region, String roleArn, String externalId, boolean privateNetworking)
            implements KeyQuestion {}

    /**
     * On Azure.
     *
     * @param key versioned key identifier
     * @param region of the endpoint that would serve it, or {@code global}
     * @param secret the application's, while it is not kept under the id that {@code access} names
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Azure(
            String groupId,
            String key,
            String region,
            AzureAccess access,
            @Nullable String secret,
            boolean privateNetworking)
            implements KeyQuestion {

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
     * @param secret the service account's key, while it is not kept under the id that {@code access} names
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Google(
            String groupId,
            String key,
            String region,
            GoogleAccess access,
            @Nullable String secret) implements KeyQuestion {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Google[" + key + "]";
        }
    }
}
