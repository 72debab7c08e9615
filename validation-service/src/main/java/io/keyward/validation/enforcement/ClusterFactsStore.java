package io.keyward.validation.enforcement;

import io.keyward.validation.enforcement.plan.KeyReasonRules;
import io.keyward.validation.keyuse.KeyUse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells others how clusters stand, in the caller's transaction. */
@ApplicationScoped
public class ClusterFactsStore {
    private static final String OF_PROJECT =
            "from ClusterEntity where groupId = :groupId and phase <> REMOVED order by name, id";

    private final ClusterColumns columns;

    ClusterFactsStore(ClusterColumns columns) {
        this.columns = columns;
    }

    /**
     * The clusters of a project that are not gone, by name.
     *
     * @param keyUses the key uses of the project that have not ended
     */
    public Uni<List<ClusterFacts>> ofProject(String groupId, List<KeyUse> keyUses) {
        return rowsOf(groupId)
                .map(rows -> rows.stream().map(row -> facts(row, keyUses)).toList());
    }

    /** The same, with what each is wrapped with. */
    public Uni<List<ClusterSituation>> situations(String groupId, List<KeyUse> keyUses) {
        return rowsOf(groupId).map(rows -> rows.stream()
                .map(row -> new ClusterSituation(facts(row, keyUses), columns.wrapping(row)))
                .toList());
    }

    private static Uni<List<ClusterEntity>> rowsOf(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(OF_PROJECT, ClusterEntity.class)
                .setParameter("groupId", groupId)
                .getResultList());
    }

    private ClusterFacts facts(ClusterEntity row, List<KeyUse> keyUses) {
        var used = KeyReasonRules.used(columns.wrapping(row), keyUses);
        return new ClusterFacts(
                row.id,
                row.name,
                row.phase,
                row.phaseSince,
                columns.reasons(row),
                columns.heldBack(row),
                used.stream().map(KeyUse::id).collect(Collectors.toSet()),
                lastMessage(row));
    }

    /** What was said about an earlier request says nothing about this one. */
    private static @Nullable String lastMessage(ClusterEntity row) {
        return Objects.equals(row.observedRevision, row.requestRevision) ? row.observedMessage : null;
    }
}
