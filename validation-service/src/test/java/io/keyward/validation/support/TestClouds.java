package io.keyward.validation.support;

import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import org.jspecify.annotations.Nullable;

/** The keys of the simulated customer on Azure and on Google Cloud, as a project uses them. */
public final class TestClouds {
    private TestClouds() {}

    /** The application that a key on Azure is used as; ours without a credential. */
    public static AzureAccess azureAccess(@Nullable String credentialId) {
        return new AzureAccess(
                "AZURE",
                AzureAccounts.CUSTOMER_TENANT,
                credentialId == null ? AzureAccounts.PLATFORM_APPLICATION : AzureAccounts.DEMO_APPLICATION,
                credentialId,
                AzureAccounts.CUSTOMER_SUBSCRIPTION,
                AzureAccounts.DEMO_GROUP,
                AzureAccounts.DEMO_VAULT);
    }

    /** The key on Azure. */
    public static KeyUse azure(String keyUseId, @Nullable String credentialId) {
        return new KeyUse(
                keyUseId,
                "AZURE",
                AzureAccounts.DEMO_KEY_ID,
                "global",
                true,
                false,
                null,
                null,
                false,
                azureAccess(credentialId),
                null);
    }

    /** The key on Google Cloud. */
    public static KeyUse google(String keyUseId, String credentialId) {
        return new KeyUse(
                keyUseId,
                "GCP",
                GoogleAccounts.DEMO_KEY_VERSION,
                GoogleAccounts.DEMO_LOCATION,
                true,
                false,
                null,
                null,
                false,
                null,
                new GoogleAccess(credentialId, null));
    }
}
