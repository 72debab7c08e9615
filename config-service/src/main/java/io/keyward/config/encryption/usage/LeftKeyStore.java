package io.keyward.config.encryption.usage;

import io.keyward.atlas.region.Cloud;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys that projects had once. */
@ApplicationScoped
class LeftKeyStore {
    private static final String OF_PROJECT = """
            select id, provider, name from left_key where group_id = :group order by left_at desc, id
            """;

    /** A key that nothing of the project is under any more. */
    record LeftKey(String id, Cloud provider, String name) {}

    /** The last one that was left comes first. */
    Uni<List<LeftKey>> of(String groupId) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        OF_PROJECT, Object[].class)
                .setParameter("group", groupId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new LeftKey((String) row[0], Cloud.valueOf((String) row[1]), (String) row[2]))
                        .toList())));
    }
}
