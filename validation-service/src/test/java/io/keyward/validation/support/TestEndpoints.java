package io.keyward.validation.support;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.EndpointEvent.EndpointActivated;
import io.keyward.contracts.EndpointEvent.EndpointDeleted;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.EndpointEvent.EndpointRequested;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What endpoint-service tells of one endpoint. */
public record TestEndpoints(String id, String groupId, String region, String reference) {
    private static final Actor ENDPOINT_SERVICE = Actor.system("endpoint-service");

    public EndpointEvent requested(long revision, Instant at) {
        return new EndpointRequested(id, revision, at, ENDPOINT_SERVICE, known(at, false));
    }

    public EndpointEvent activated(long revision) {
        return activated(revision, Instant.now());
    }

    public EndpointEvent activated(long revision, Instant at) {
        return new EndpointActivated(id, revision, at, ENDPOINT_SERVICE, known(at, true));
    }

    public EndpointEvent lost(long revision) {
        return lost(revision, Instant.now());
    }

    public EndpointEvent lost(long revision, Instant at) {
        return new EndpointLost(id, revision, at, ENDPOINT_SERVICE, known(at, false));
    }

    public EndpointEvent deleted(long revision, Instant at) {
        return new EndpointDeleted(id, revision, at, ENDPOINT_SERVICE, known(at, false));
    }

    private Endpoint known(Instant since, boolean usable) {
        return new Endpoint(
                groupId,
                "AWS",
                region,
                since.truncatedTo(ChronoUnit.MILLIS),
                reference,
                usable ? reference + ".kms.example.org" : null,
                null);
    }
}
