package io.keyward.validation.hint.source;

import io.keyward.contracts.Actor;
import io.keyward.validation.hint.HintConfig;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps hint sources. What changes a project's sources takes the project's lock, so that there are never more than there may be. */
@ApplicationScoped
public class HintSourceStore {
    private static final String OF_PROJECT = "from HintSourceEntity where groupId = :groupId order by id";
    private static final String DELETE = "delete from HintSourceEntity where id = :id";
    private static final String RECEIVED =
            "update HintSourceEntity set lastReceivedAt = :now where id = :id and (lastReceivedAt is null or lastReceivedAt < :before)";

    private final KeyUseStore projects;
    private final HintSourceEvents events;
    private final Clock clock;
    private final int most;

    HintSourceStore(KeyUseStore projects, HintSourceEvents events, Clock clock, HintConfig config) {
        this.projects = projects;
        this.events = events;
        this.clock = clock;
        this.most = config.maxSources();
        if (most < 1) {
            throw new IllegalArgumentException("keyward.hint.max-sources (" + most + ") must be at least 1");
        }
    }

    /** The sources of a project, oldest first. */
    Uni<List<HintSource>> ofProject(String groupId) {
        return Panache.withSession(() -> rowsOf(groupId)
                .map(rows -> rows.stream().map(HintSourceEntity::toRecord).toList()));
    }

    /** Whether the project has any. Takes part in the caller's transaction. */
    public Uni<Boolean> existsFor(String groupId) {
        return rowsOf(groupId).map(rows -> !rows.isEmpty());
    }

    /** One more, which is recognised by {@code token}; empty when the project has as many as it may. */
    Uni<Optional<HintSource>> add(String groupId, String provider, HintToken token, Actor actor) {
        return Panache.withTransaction(() -> projects.lockProject(groupId)
                .chain(() -> rowsOf(groupId))
                .chain(rows -> rows.size() < most
                        ? insert(groupId, provider, token, actor).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    /** Deletes one: from now on its token lets nobody in. Answers whether the project had such a one. */
    Uni<Boolean> delete(String groupId, String id, Actor actor) {
        return Panache.withTransaction(() -> projects.lockProject(groupId)
                .chain(() -> Panache.getSession())
                .chain(session -> session.find(HintSourceEntity.class, id))
                .chain(row -> row == null || !row.groupId.equals(groupId)
                        ? Uni.createFrom().item(false)
                        : remove(row, actor).replaceWith(true)));
    }

    /** Deletes those of a project that is gone. Does nothing the second time. */
    public Uni<Void> projectEnded(String groupId, Actor actor) {
        return Panache.withTransaction(
                () -> projects.lockProject(groupId).chain(() -> rowsOf(groupId)).chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> remove(row, actor))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<Void> remove(HintSourceEntity row, Actor actor) {
        return Panache.getSession()
                .chain(session -> session.detach(row)
                        .createMutationQuery(DELETE)
                        .setParameter("id", row.id)
                        .executeUpdate())
                .chain(() -> events.deleted(row.toRecord(), actor, now()));
    }

    /** Whose token it is; empty when it is nobody's. */
    Uni<Optional<HintSource>> find(HintToken token) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.find(HintSourceEntity.class, token.sourceId()))
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> token.matches(found.tokenHash))
                        .map(HintSourceEntity::toRecord)));
    }

    /** Remembers that a hint came, once a minute. Takes part in the caller's transaction. */
    public Uni<Void> received(HintSource source, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(RECEIVED)
                        .setParameter("id", source.id())
                        .setParameter("now", now)
                        .setParameter("before", now.minus(1, ChronoUnit.MINUTES))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<HintSource> insert(String groupId, String provider, HintToken token, Actor actor) {
        var row = new HintSourceEntity();
        row.id = token.sourceId();
        row.groupId = groupId;
        row.provider = provider;
        row.tokenHash = token.hash();
        row.createdAt = now();
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> events.created(row.toRecord(), actor, row.createdAt))
                .replaceWith(row::toRecord);
    }

    private static Uni<List<HintSourceEntity>> rowsOf(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(OF_PROJECT, HintSourceEntity.class)
                .setParameter("groupId", groupId)
                .getResultList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
