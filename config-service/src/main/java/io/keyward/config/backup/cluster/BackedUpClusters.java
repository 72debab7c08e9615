package io.keyward.config.backup.cluster;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Which clusters there are to be backed up and restored to. Implemented by the feature that owns clusters. */
public interface BackedUpClusters {

    /** The cluster of that name that is not gone. Joins the caller's open session, if there is one. */
    Uni<Optional<ClusterFacts>> facts(String groupId, String name);
}
