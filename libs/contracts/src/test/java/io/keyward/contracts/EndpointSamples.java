package io.keyward.contracts;

import io.keyward.contracts.EndpointEvent.Endpoint;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One endpoint, through every state that it can have: it replaces one that was lost, and is lost and replaced itself. */
final class EndpointSamples {
    private static final String ID = "6721f0a4c2b1d83e5f9000e1";
    private static final String BEFORE = "6721f0a4c2b1d83e5f9000e0";
    private static final String AFTER = "6721f0a4c2b1d83e5f9000e2";
    private static final String VPCE = "vpce-0f1e2d3c4b5a69788";
    private static final String HOST = VPCE + "-abcd1234.kms.us-east-1.vpce.amazonaws.com";
    private static final Actor SERVICE = Actor.system("endpoint-service");

    private EndpointSamples() {}

    static Map<String, Event> all() {
        return Map.of(
                "keyward.endpoint.requested.v1",
                new EndpointEvent.EndpointRequested(
                        ID, revision(1), at("08:10:00"), Samples.OWNER, endpoint("08:10:00", null, null, null)),
                "keyward.endpoint.awaiting-approval.v1",
                new EndpointEvent.EndpointAwaitingApproval(
                        ID, revision(2), at("08:10:03"), SERVICE, endpoint("08:10:03", VPCE, null, null)),
                "keyward.endpoint.activated.v1",
                new EndpointEvent.EndpointActivated(
                        ID, revision(3), at("08:10:07"), SERVICE, endpoint("08:10:07", VPCE, HOST, null)),
                "keyward.endpoint.failed.v1",
                new EndpointEvent.EndpointFailed(
                        ID,
                        revision(4),
                        at("08:10:09"),
                        SERVICE,
                        endpoint(
                                "08:10:09",
                                null,
                                null,
                                "AWS does not allow another endpoint in this network (VpcEndpointLimitExceeded). Ask for a higher quota, then delete"
                                        + " this endpoint and create it again.")),
                "keyward.endpoint.lost.v1",
                new EndpointEvent.EndpointLost(
                        ID,
                        revision(5),
                        at("09:20:00"),
                        SERVICE,
                        replaced("09:20:00", "AWS no longer knows the endpoint; it was deleted there.")),
                "keyward.endpoint.deletion-requested.v1",
                new EndpointEvent.EndpointDeletionRequested(
                        ID, revision(6), at("09:45:00"), Samples.OWNER, replaced("09:45:00", null)),
                "keyward.endpoint.deleted.v1",
                new EndpointEvent.EndpointDeleted(
                        ID, revision(7), at("09:45:20"), SERVICE, replaced("09:45:20", null)));
    }

    private static Endpoint endpoint(
            String since, @Nullable String reference, @Nullable String address, @Nullable String errorMessage) {
        return new Endpoint(
                Samples.GROUP, "AWS", "us-east-1", at(since), reference, address, errorMessage, BEFORE, null);
    }

    private static Endpoint replaced(String since, @Nullable String errorMessage) {
        return new Endpoint(Samples.GROUP, "AWS", "us-east-1", at(since), VPCE, HOST, errorMessage, BEFORE, AFTER);
    }

    private static long revision(int counter) {
        return Samples.EPOCH_ONE + counter;
    }

    private static Instant at(String time) {
        return Samples.at(time);
    }
}
