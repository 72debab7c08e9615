package io.keyward.config.encryption.store;

import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Restated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** KMS configurations that were ever told of, to be told of again; those of closed projects ended with them. */
@ApplicationScoped
class EncryptionRestateStore implements Restated {
    private static final String OLDER = """
        select e.group_id from encryption_config e join project p on p.id = e.group_id
        where p.deleted_at is null and e.revision > 0 and e.revision < :floor and e.group_id > :after
        order by e.group_id limit :limit\
        """;

    private final ProjectStore projects;
    private final ProjectKeyStore keys;
    private final EncryptionEvents events;

    EncryptionRestateStore(ProjectStore projects, ProjectKeyStore keys, EncryptionEvents events) {
        this.projects = projects;
        this.keys = keys;
        this.events = events;
    }

    @Override
    public String topic() {
        return Topics.ENCRYPTION;
    }

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("encryption_config", "group_id"));
    }

    @Override
    public Uni<List<String>> older(long floor, String after, int limit) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(OLDER, String.class)
                        .setParameter("floor", floor)
                        .setParameter("after", after)
                        .setParameter("limit", limit)
                        .getResultList()));
    }

    @Override
    public Uni<Boolean> restate(String id, long floor, boolean outdated) {
        return Panache.withTransaction(() -> projects.lock(id)
                .chain(() -> keys.state(id))
                .chain(state -> EncryptionEntity.<EncryptionEntity>findById(id)
                        .chain(row -> row.revision >= floor
                                ? Uni.createFrom().voidItem()
                                : events.restated(row, state.keys())))
                .replaceWith(true));
    }
}
