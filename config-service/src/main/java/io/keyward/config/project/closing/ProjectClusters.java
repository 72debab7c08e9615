package io.keyward.config.project.closing;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Knows which clusters a project has. Implemented by whoever owns clusters. */
public interface ProjectClusters {

    /** The names of the clusters that are not gone yet, those included that are being deleted. In the caller's open transaction. */
    Uni<List<String>> clustersOf(String groupId);
}
