package io.keyward.config.project.closing;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Knows which snapshots a project has. Implemented by whoever owns backups. */
public interface ProjectSnapshots {

    /** The ids of the snapshots that are there or being taken, oldest first. In the caller's open transaction. */
    Uni<List<String>> snapshotsOf(String groupId);
}
