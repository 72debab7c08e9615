package io.keyward.validation.alert.project;

import io.keyward.validation.Actors;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.configuration.DefaultRules;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of a project for the sake of its alerts. Takes part in the caller's transaction, under the project's lock. */
@ApplicationScoped
public class AlertProjectStore {
    private final ConfigurationStore configurations;

    AlertProjectStore(ConfigurationStore configurations) {
        this.configurations = configurations;
    }

    /** Gives a project its default configurations, if it never had them. */
    public Uni<Void> begin(String groupId) {
        return find(groupId)
                .chain(row -> row != null
                        ? Uni.createFrom().voidItem()
                        : add(groupId)
                                .chain(() -> configurations.createAll(groupId, DefaultRules.ofProject(), Actors.SELF)));
    }

    /** A project that is gone gets none, whatever is heard of it later. */
    public Uni<Void> end(String groupId) {
        return find(groupId).chain(row -> row != null ? Uni.createFrom().voidItem() : add(groupId));
    }

    /** When the project has to be looked at though nothing happened; null for never. */
    public Uni<Void> lookAt(String groupId, @Nullable Instant next) {
        return find(groupId)
                .invoke(row -> {
                    if (row != null && !Objects.equals(row.lookAt, next)) {
                        row.lookAt = next;
                    }
                })
                .replaceWithVoid();
    }

    /** What people call the project. */
    public Uni<Optional<String>> nameOf(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select name from project where group_id = :groupId", String.class)
                        .setParameter("groupId", groupId)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private static Uni<@Nullable AlertProjectEntity> find(String groupId) {
        return Panache.getSession().chain(session -> session.find(AlertProjectEntity.class, groupId));
    }

    private static Uni<Void> add(String groupId) {
        var row = new AlertProjectEntity();
        row.groupId = groupId;
        return Panache.getSession().chain(session -> session.persist(row));
    }
}
