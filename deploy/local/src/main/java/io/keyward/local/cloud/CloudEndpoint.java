package io.keyward.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A private endpoint as it is in the cloud.
 *
 * @param id the cloud's, for example {@code vpce-0a1b…}
 * @param region as the cloud spells it
 * @param state as the cloud spells it; {@code gone} when its owner does not find it any more
 * @param endpointId what its tag says which record it belongs to; empty when it has no such tag
 * @param projectId what its tag says whose it is
 */
public record CloudEndpoint(String id, String region, String state, String endpointId, String projectId) {
    private static final Set<String> LEAVING = Set.of("deleting", "deleted", "gone");
    private static final Set<String> STANDING = Set.of("pending", "pendingAcceptance", "available", "partial");

    static CloudEndpoint read(JsonNode report) {
        JsonNode tags = report.path("tags");
        return new CloudEndpoint(
                report.path("id").asText(),
                report.path("region").asText(),
                report.path("state").asText(),
                tags.path("keyward:endpoint-id").asText(),
                tags.path("keyward:project-id").asText());
    }

    /** Whether it is on its way out, or out. */
    public boolean isLeaving() {
        return LEAVING.contains(state);
    }

    /** Whether it is of use, or will be. What was rejected, failed or expired is there, and will not. */
    public boolean isStanding() {
        return STANDING.contains(state);
    }
}
