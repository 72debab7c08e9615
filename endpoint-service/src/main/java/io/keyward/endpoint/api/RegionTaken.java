package io.keyward.endpoint.api;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.registry.Endpoint;

/** What somebody is told who asks for a second endpoint in a region: what is there, and what to do. */
final class RegionTaken {
    private RegionTaken() {}

    static String words(ProviderRegion region, Endpoint there) {
        return there.status()
                .map(status -> "The project has the private endpoint " + there.id() + " in " + region.apiName()
                        + ", and there is one for each region. It is " + status + ": " + advice(status, there))
                .orElseThrow(() -> new IllegalStateException("What is gone takes no region."));
    }

    private static String advice(EndpointStatus status, Endpoint there) {
        return switch (status) {
            case INITIATING -> "wait until it is ACTIVE.";
            case PENDING_ACCEPTANCE -> "approve it in the cloud, and it becomes ACTIVE.";
            case ACTIVE -> "use it, or delete it first.";
            case FAILED -> "delete it, and ask again once it answers 404.";
            case PENDING_RECREATION -> recreation(there);
            case DELETING -> "ask again once it answers 404.";
        };
    }

    private static String recreation(Endpoint there) {
        return there.successor()
                        .map(successor -> "the endpoint " + successor + " is being made in its stead.")
                        .orElse("another one will be made in its stead.")
                + " To start afresh, delete it, and ask again once it answers 404.";
    }
}
