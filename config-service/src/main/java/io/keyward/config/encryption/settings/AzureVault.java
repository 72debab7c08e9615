package io.keyward.config.encryption.settings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.keyward.atlas.region.AzureRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.atlas.region.KeyLocation;
import io.keyward.config.encryption.settings.name.AzureEnvironment;
import io.keyward.config.encryption.settings.name.AzureKeyNames;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a key in an Azure Key Vault, and what opens it. A vault has a region, which is nobody's concern: over the internet its keys are used from
 * everywhere alike, and {@code global} is where they are. Behind private networking every region with nodes or endpoints reaches the same key on its own way.
 *
 * @param clientID the application; as it was sent, and of no effect, when a role opens the key
 * @param tenantID the application's tenant; likewise
 * @param keyIdentifier URL of the version, as the tenant spelt it
 * @param place {@code global}, or the region in which the key is looked for
 */
public record AzureVault(
        AzureEnvironment environment,
        @Nullable String clientID,
        @Nullable String tenantID,
        String subscriptionID,
        String resourceGroupName,
        String keyVaultName,
        String keyIdentifier,
        Opener opener,
        boolean requirePrivateNetworking,
        String place)
        implements KmsConfig {

    /** Where a key is that is looked for nowhere in particular. */
    public static final CloudRegion GLOBAL = new KeyLocation(Cloud.AZURE, "global");

    @Override
    public Cloud provider() {
        return Cloud.AZURE;
    }

    @Override
    public String key() {
        return AzureKeyNames.canonical(keyIdentifier, environment, keyVaultName).orElse(keyIdentifier);
    }

    @Override
    public CloudRegion region() {
        return Cloud.AZURE.location(place);
    }

    @Override
    @JsonIgnore
    public boolean isFullName() {
        return true;
    }

    /** Each region has a way of its own to the one vault. */
    @Override
    @JsonIgnore
    public boolean isMultiRegion() {
        return true;
    }

    @Override
    @JsonIgnore
    public boolean isRegional() {
        return requirePrivateNetworking;
    }

    @Override
    public Optional<String> nameIn(CloudRegion there, String name) {
        return isRegional() && there instanceof AzureRegion ? Optional.of(name) : Optional.empty();
    }

    @Override
    public Optional<String> service() {
        return Optional.of("/subscriptions/" + subscriptionID + "/resourceGroups/" + resourceGroupName
                + "/providers/Microsoft.KeyVault/vaults/" + keyVaultName);
    }

    @Override
    public Optional<EncryptionError> mismatch() {
        return AzureKeyNames.canonical(keyIdentifier, environment, keyVaultName).isPresent()
                ? Optional.empty()
                : Optional.of(new EncryptionError.MalformedIdentifier(
                        keyIdentifier, AzureKeyNames.form(environment, keyVaultName)));
    }

    /** As whom it is used, and where it is, in the words of events and of questions about it. */
    public AzureAccess usedAs(KeyAccess.AzureApplication application) {
        return new AzureAccess(
                environment.name(),
                application.tenantId(),
                application.clientId(),
                application.credentialId(),
                subscriptionID,
                resourceGroupName,
                keyVaultName);
    }

    /** Azure does not tell capitals from small letters. */
    @Override
    public List<String> unlikeForEndpoints(KmsConfig other) {
        AzureVault former = (AzureVault) other;
        List<String> unlike = new ArrayList<>();
        if (environment != former.environment) {
            unlike.add("azureKeyVault.azureEnvironment");
        }
        if (!keyVaultName.equalsIgnoreCase(former.keyVaultName)) {
            unlike.add("azureKeyVault.keyVaultName");
        }
        if (!resourceGroupName.equalsIgnoreCase(former.resourceGroupName)) {
            unlike.add("azureKeyVault.resourceGroupName");
        }
        if (!subscriptionID.equalsIgnoreCase(former.subscriptionID)) {
            unlike.add("azureKeyVault.subscriptionID");
        }
        return unlike;
    }

    @Override
    public AzureVault named(CloudRegion there, String name) {
        return new AzureVault(
                environment,
                clientID,
                tenantID,
                subscriptionID,
                resourceGroupName,
                keyVaultName,
                name,
                opener,
                requirePrivateNetworking,
                there.cloudName());
    }

    @Override
    public AzureVault openedLike(KmsConfig other) {
        AzureVault like = (AzureVault) other;
        return opened(like.clientID, like.tenantID, like.opener).reached(like.requirePrivateNetworking);
    }

    /** The same key, opened by that. */
    public AzureVault opened(@Nullable String client, @Nullable String tenant, Opener by) {
        return new AzureVault(
                environment,
                client,
                tenant,
                subscriptionID,
                resourceGroupName,
                keyVaultName,
                keyIdentifier,
                by,
                requirePrivateNetworking,
                place);
    }

    @Override
    public AzureVault reached(boolean privately) {
        return new AzureVault(
                environment,
                clientID,
                tenantID,
                subscriptionID,
                resourceGroupName,
                keyVaultName,
                keyIdentifier,
                opener,
                privately,
                place);
    }
}
