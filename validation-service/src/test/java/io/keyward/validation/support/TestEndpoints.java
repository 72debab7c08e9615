package io.keyward.validation.support;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.EndpointEvent.EndpointActivated;
import io.keyward.contracts.EndpointEvent.EndpointAwaitingApproval;
import io.keyward.contracts.EndpointEvent.EndpointDeleted;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.EndpointEvent.EndpointRequested;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What endpoint-service tells of one endpoint. */
public record TestEndpoints(
        String id,
        String groupId,
        String region,
        String reference,
        @Nullable String predecessorId) {
    private static final Actor ENDPOINT_SERVICE = Actor.system("endpoint-service");

    /** One that replaces no other. */
    public TestEndpoints(String id, String groupId, String region, String reference) {
        this(id, groupId, region, reference, null);
    }

    /** One that replaces this one. */
    public TestEndpoints replacement(String nextReference) {
        return new TestEndpoints(ObjectIds.next(), groupId, region, nextReference, id);
    }

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

    /** Lost, and replaced by {@code next}. */
    public EndpointEvent replaced(long revision, Instant at, TestEndpoints next) {
        return new EndpointLost(id, revision, at, ENDPOINT_SERVICE, known(at, false, next.id()));
    }

    public EndpointEvent awaitingApproval(long revision, Instant at) {
        return new EndpointAwaitingApproval(id, revision, at, ENDPOINT_SERVICE, known(at, false));
    }

    public EndpointEvent deleted(long revision, Instant at) {
        return new EndpointDeleted(id, revision, at, ENDPOINT_SERVICE, known(at, false));
    }

    private Endpoint known(Instant since, boolean usable) {
        return known(since, usable, null);
    }

    private Endpoint known(Instant since, boolean usable, @Nullable String successorId) {
        return new Endpoint(
                groupId,
                "AWS",
                region,
                since.truncatedTo(ChronoUnit.MILLIS),
                reference,
                usable ? reference + ".kms.example.org" : null,
                null,
                predecessorId,
                successorId);
    }
}
