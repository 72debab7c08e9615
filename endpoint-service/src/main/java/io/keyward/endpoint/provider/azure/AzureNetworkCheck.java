package io.keyward.endpoint.provider.azure;

import io.keyward.clouds.azure.AzureConfig;
import io.keyward.startup.SettingsCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Subnets that {@link AzureNetworks} would not start with, and names that endpoints cannot have, told with all else that is wrong. */
@Singleton
class AzureNetworkCheck implements SettingsCheck {
    private final AzureEndpointConfig config;
    private final AzureConfig ourselves;
    private final AzureSubscription subscription;

    AzureNetworkCheck(AzureEndpointConfig config, AzureConfig ourselves, AzureSubscription subscription) {
        this.config = config;
        this.ourselves = ourselves;
        this.subscription = subscription;
    }

    @Override
    public Stream<Runnable> looks() {
        return Stream.of(
                () -> {
                    var unused = new AzureNetworks(config, ourselves, subscription);
                },
                () -> {
                    var unused = new AzureRequests("", config.installation());
                });
    }
}
