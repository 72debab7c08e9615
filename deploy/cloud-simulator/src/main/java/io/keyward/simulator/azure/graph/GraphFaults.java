package io.keyward.simulator.azure.graph;

import io.keyward.simulator.azure.wire.AzureFault;
import io.keyward.simulator.hosts.Trouble;
import java.util.Objects;

/** The refusals that are Graph's own. */
final class GraphFaults {

    private GraphFaults() {}

    /** What control or the simulator itself wants to be said. */
    static AzureFault of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled throttled ->
                new AzureFault(429, "TooManyRequests", "Too many requests, please retry later.");
            case Trouble.Broken broken -> new AzureFault(500, "generalException", broken.message());
            case Trouble.Told told ->
                new AzureFault(
                        Objects.requireNonNullElse(told.status(), 500),
                        Objects.requireNonNullElse(told.code(), "generalException"),
                        Objects.requireNonNullElse(told.message(), ""));
        };
    }

    static AzureFault noToken(String text) {
        return new AzureFault(401, "InvalidAuthenticationToken", text);
    }

    static AzureFault forbidden() {
        return new AzureFault(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    static AzureFault notFound(String id) {
        return new AzureFault(
                404,
                "Request_ResourceNotFound",
                "Resource '%s' does not exist or one of its queried reference-property objects are not present."
                        .formatted(id));
    }
}
