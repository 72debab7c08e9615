package io.keyward.validation.alert.configuration;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.configuration.ConfigurationEvents.News;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps alert configurations and publishes what becomes of them. What changes something takes part in the caller's transaction, under the project's lock,
 * and leaves it to the caller to have the project looked at.
 */
@ApplicationScoped
public class ConfigurationStore {
    private static final String OF_PROJECT = "from ConfigurationEntity where groupId = :groupId order by createdAt, id";
    private static final String ONE = "from ConfigurationEntity where groupId = :groupId and id = :id";
    private static final String DELETE = "delete from ConfigurationEntity where id = :id";
    private static final String COUNT = "select count(*) from ConfigurationEntity where groupId = :groupId";
    private static final String COUNT_OF_TYPE = COUNT + " and type = :type";

    private final ConfigurationRows rows;
    private final Outbox outbox;
    private final Revisions revisions;
    private final Clock clock;

    ConfigurationStore(ConfigurationRows rows, Outbox outbox, Revisions revisions, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** All configurations of a project, oldest first; none of a project that nothing is known of yet. */
    public Uni<List<AlertConfiguration>> ofProject(String groupId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createQuery(OF_PROJECT, ConfigurationEntity.class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(found -> found.stream().map(rows::toRecord).toList()));
    }

    /** A configuration of the project. */
    public Uni<Optional<AlertConfiguration>> find(String groupId, String id) {
        return Panache.withSession(
                () -> row(groupId, id).map(row -> Optional.ofNullable(row).map(rows::toRecord)));
    }

    /** How many a project has. */
    public Uni<Long> count(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(COUNT, Long.class)
                .setParameter("groupId", groupId)
                .getSingleResult());
    }

    /** Whether a project has one for a type. */
    public Uni<Boolean> exists(String groupId, AlertType type) {
        return Panache.getSession()
                .chain(session -> session.createQuery(COUNT_OF_TYPE, Long.class)
                        .setParameter("groupId", groupId)
                        .setParameter("type", type)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** One more. */
    public Uni<AlertConfiguration> create(String groupId, AlertConfiguration.Content content, Actor actor) {
        var row = rows.create(ObjectIds.next(), groupId, content, now());
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> publish(News.CREATED, row, actor));
    }

    /** Several more, in their order. */
    public Uni<Void> createAll(String groupId, List<AlertConfiguration.Content> contents, Actor actor) {
        return Multi.createFrom()
                .iterable(contents)
                .onItem()
                .transformToUniAndConcatenate(content -> create(groupId, content, actor))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Makes something else of one. What changes nothing is no event. Empty when the project has no such configuration. */
    public Uni<Optional<AlertConfiguration>> change(
            String groupId, String id, UnaryOperator<AlertConfiguration.Content> change, Actor actor) {
        return row(groupId, id)
                .onItem()
                .ifNotNull()
                .transformToUni(row -> change(row, change, actor))
                .map(Optional::ofNullable);
    }

    /** Deletes one; answers whether there was such a one. */
    public Uni<Boolean> delete(String groupId, String id, Actor actor) {
        return row(groupId, id)
                .onItem()
                .ifNotNull()
                .transformToUni(row -> delete(row, actor).replaceWith(true))
                .map(Boolean.TRUE::equals);
    }

    /** Deletes all that a project has. */
    public Uni<Void> deleteAll(String groupId, Actor actor) {
        return Panache.getSession()
                .chain(session -> session.createQuery(OF_PROJECT, ConfigurationEntity.class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(row -> delete(row, actor))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<AlertConfiguration> change(
            ConfigurationEntity row, UnaryOperator<AlertConfiguration.Content> change, Actor actor) {
        var before = rows.toRecord(row);
        var after = change.apply(before.content());
        if (after.equals(before.content())) {
            return Uni.createFrom().item(before);
        }
        rows.write(row, after, now());
        return publish(News.UPDATED, row, actor);
    }

    private Uni<Void> delete(ConfigurationEntity row, Actor actor) {
        return publish(News.DELETED, row, actor)
                .chain(() -> Panache.getSession())
                .chain(session -> session.detach(row)
                        .createMutationQuery(DELETE)
                        .setParameter("id", row.id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<AlertConfiguration> publish(News news, ConfigurationEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        var configuration = rows.toRecord(row);
        return outbox.append(Topics.ALERTS, ConfigurationEvents.of(news, configuration, actor, now()))
                .replaceWith(configuration);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<@Nullable ConfigurationEntity> row(String groupId, String id) {
        return Panache.getSession().chain(session -> session.createQuery(ONE, ConfigurationEntity.class)
                .setParameter("groupId", groupId)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }
}
