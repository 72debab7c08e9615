package io.keyward.endpoint.provider.azure;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What of ours is needed on Azure beyond the application that signs in. */
@ConfigMapping(prefix = "keyward.azure")
public interface AzureSubscription {

    /** The subscription that endpoints are made in; in the tenant that is our application's home. */
    Optional<String> subscriptionId();
}
