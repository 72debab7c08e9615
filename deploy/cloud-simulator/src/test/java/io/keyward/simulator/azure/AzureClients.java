package io.keyward.simulator.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import java.net.URI;
import java.time.Duration;

/** Real SDK clients against a simulator, without retries, so that a test sees every answer. */
record AzureClients(HttpClient wire, URI endpoint, URI way) {

    private static final RetryOptions NO_RETRIES = new RetryOptions(new FixedDelayOptions(0, Duration.ZERO));

    AzureClients(HttpClient wire, URI endpoint) {
        this(wire, endpoint, endpoint);
    }

    /** The same, with vaults reached through a private endpoint. */
    AzureClients through(String privateEndpoint) {
        return new AzureClients(wire, endpoint, URI.create(endpoint + "/_endpoints/" + privateEndpoint));
    }

    TokenCredential demo() {
        return credential(
                AzureAccounts.CUSTOMER_TENANT, AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET);
    }

    TokenCredential administrator() {
        return credential(
                AzureAccounts.CUSTOMER_TENANT, AzureAccounts.ADMINISTRATOR, AzureAccounts.ADMINISTRATOR_SECRET);
    }

    /** The product's application, in a tenant that has let it in. */
    TokenCredential platform(String tenant) {
        return credential(tenant, AzureAccounts.PLATFORM_APPLICATION, AzureAccounts.PLATFORM_APPLICATION_SECRET);
    }

    TokenCredential credential(String tenant, String client, String secret) {
        return new ClientSecretCredentialBuilder()
                .tenantId(tenant)
                .clientId(client)
                .clientSecret(secret)
                .httpClient(new SimulatedTransport(wire, endpoint))
                .retryPolicy(new RetryPolicy(NO_RETRIES))
                .build();
    }

    KeyClient keys(String vaultHost, TokenCredential credential) {
        return new KeyClientBuilder()
                .vaultUrl("https://" + vaultHost)
                .credential(credential)
                .httpClient(transport())
                .retryOptions(NO_RETRIES)
                .buildClient();
    }

    /** Nothing is computed here: without its cache of keys the client asks the vault for everything. */
    CryptographyClient cryptography(String keyId, TokenCredential credential) {
        return new CryptographyClientBuilder()
                .keyIdentifier(keyId)
                .credential(credential)
                .httpClient(transport())
                .retryOptions(NO_RETRIES)
                .disableKeyCaching()
                .buildClient();
    }

    HttpClient transport() {
        return new SimulatedTransport(wire, way);
    }
}
