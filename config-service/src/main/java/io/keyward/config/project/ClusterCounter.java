package io.keyward.config.project;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/** Knows how many clusters a project has; whoever owns clusters implements it. */
public interface ClusterCounter {

    /** Clusters per project, in the caller's open session; a project without clusters may be absent. */
    Uni<Map<String, Long>> countIn(Collection<String> groupIds);
}
