package io.keyward.config.project.closing;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.List;

/** What a project cannot be closed with. Each refusal lists what is left. */
final class ClosingRules {
    private static final int LISTED = 20;

    private ClosingRules() {}

    static void requireNoEndpoints(List<String> endpoints) {
        require(
                endpoints,
                ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES,
                "The project cannot be closed while it has private endpoints, whatever their state. Delete them and wait"
                        + " until they are gone: ");
    }

    static void requireNoClusters(List<String> names) {
        require(
                names,
                ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS,
                "The project cannot be closed while it has clusters, those included that are being deleted. Delete them"
                        + " and wait until they are gone: ");
    }

    static void requireNoSnapshots(List<String> ids) {
        require(
                ids,
                ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_BACKUP,
                "The project cannot be closed while it has snapshots. Delete them first: ");
    }

    private static void require(List<String> left, ErrorCode code, String words) {
        if (!left.isEmpty()) {
            String more = left.size() > LISTED ? " and " + (left.size() - LISTED) + " more" : "";
            String list = String.join(", ", left.subList(0, Math.min(LISTED, left.size())));
            throw Refusal.of(code).withDetail(words + list + more + ".");
        }
    }
}
