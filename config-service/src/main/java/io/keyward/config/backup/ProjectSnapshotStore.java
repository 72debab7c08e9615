package io.keyward.config.backup;

import io.keyward.config.project.closing.ProjectSnapshots;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers which snapshots stand in the way of closing a project. */
@ApplicationScoped
class ProjectSnapshotStore implements ProjectSnapshots {
    private static final String LEFT =
            "select id from snapshot where group_id = :group and status <> 'FAILED' order by requested_at, id";

    @Override
    public Uni<List<String>> snapshotsOf(String groupId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LEFT, String.class)
                .setParameter("group", groupId)
                .getResultList());
    }
}
