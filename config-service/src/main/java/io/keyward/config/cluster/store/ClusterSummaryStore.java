package io.keyward.config.cluster.store;

import io.keyward.config.cluster.enforcement.EnforcementStore;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All clusters of some projects at once. */
@ApplicationScoped
public class ClusterSummaryStore {
    private final EnforcementStore enforcement;
    private final ClusterColumns columns;

    ClusterSummaryStore(EnforcementStore enforcement, ClusterColumns columns) {
        this.enforcement = enforcement;
        this.columns = columns;
    }

    /**
     * A cluster without its key.
     *
     * @param seen absent until enforcement took it up
     */
    public record ClusterSummary(
            String id,
            String groupId,
            String name,
            ClusterSpec spec,
            @Nullable Seen seen) {}

    /** Every cluster of these projects that is not gone, by name. */
    public Uni<List<ClusterSummary>> of(Collection<String> groupIds) {
        return groupIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.withSession(() -> ClusterEntity.<ClusterEntity>list(
                                "groupId in ?1 and phase <> 'DELETED' order by name, id", groupIds)
                        .chain(this::complete));
    }

    private Uni<List<ClusterSummary>> complete(List<ClusterEntity> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : enforcement.seen(rows.stream().map(row -> row.id).toList()).map(seen -> rows.stream()
                        .map(row -> summary(row, seen))
                        .toList());
    }

    private ClusterSummary summary(ClusterEntity row, Map<String, Seen> seen) {
        return new ClusterSummary(row.id, row.groupId, row.name, columns.spec(row), seen.get(row.id));
    }
}
