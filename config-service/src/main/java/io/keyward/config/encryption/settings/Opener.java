package io.keyward.config.encryption.settings;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.name.AzureEnvironment;
import java.util.Optional;

/** What opens a project's keys at one provider. Names it; holds no secret. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Opener.Role.class, name = "ROLE"),
    @Type(value = Opener.Application.class, name = "APPLICATION"),
    @Type(value = Opener.ServiceAccount.class, name = "SERVICE_ACCOUNT")
})
public sealed interface Opener {

    /** The id of the secret that it takes; empty where it takes none. */
    Optional<String> secretId();

    /** What it amounts to together with its secret; empty where it takes none, and somebody has to be asked. */
    Optional<KeyAccess> withSecret();

    /**
     * A cloud provider access role of the project, of the cloud that the key is in.
     *
     * @param roleId our id of it
     */
    record Role(Cloud cloud, String roleId) implements Opener {
        @Override
        public Optional<String> secretId() {
            return Optional.empty();
        }

        @Override
        public Optional<KeyAccess> withSecret() {
            return Optional.empty();
        }
    }

    /**
     * An application of the customer's on Azure, by its secret. Another tenant or application is another opener, even with a secret of the same letters.
     *
     * @param credentialId our id of that secret: another one has another id
     */
    record Application(AzureEnvironment environment, String tenantId, String clientId, String credentialId)
            implements Opener {
        @Override
        public Optional<String> secretId() {
            return Optional.of(credentialId);
        }

        @Override
        public Optional<KeyAccess> withSecret() {
            return Optional.of(new KeyAccess.AzureApplication(tenantId, clientId, credentialId));
        }
    }

    /**
     * A service account of the customer's on Google Cloud, by its key.
     *
     * @param credentialId our id of that key: another one has another id
     */
    record ServiceAccount(String credentialId) implements Opener {
        @Override
        public Optional<String> secretId() {
            return Optional.of(credentialId);
        }

        @Override
        public Optional<KeyAccess> withSecret() {
            return Optional.of(new KeyAccess.GoogleAccount(credentialId, null));
        }
    }

    /** Whether it is that role. */
    default boolean isRole(String roleId) {
        return this instanceof Role role && role.roleId.equals(roleId);
    }
}
