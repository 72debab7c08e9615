package io.keyward.endpoint.provider.azure;

import io.keyward.endpoint.provider.EndpointProviderContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class AzureProviderContractIT extends EndpointProviderContract {
    @RegisterExtension
    static final SimulatedAzure azure = new SimulatedAzure();

    AzureProviderContractIT() {
        super(azure);
    }
}
