package io.keyward.validation.alert.store;

import io.keyward.contracts.Actor;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.Alert.Acknowledgement;
import io.keyward.validation.alert.Alert.Status;
import io.keyward.validation.alert.store.AlertEvents.News;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a project's alerts, and takes in that somebody has seen one.
 *
 * <p>The limit of a page is part of the text of its query: Hibernate Reactive 3.2 keeps one plan for each text, and fails when one that is limited
 * otherwise and one that is not are first used at the same moment.
 */
@ApplicationScoped
public class AlertPageStore {
    private static final String OF_PROJECT = "from AlertEntity where groupId = :groupId";
    private static final String OF_STATUS = OF_PROJECT + " and status = :status";
    private static final String OF_CONFIGURATION =
            "from AlertEntity where groupId = :groupId and status = OPEN and configurationId = :configurationId";
    private static final String PAGE = " order by createdAt desc, id desc limit :limit offset :offset";
    private static final String ONE = "from AlertEntity where groupId = :groupId and id = :id";

    private final KeyUseStore keyUses;
    private final AlertRows rows;
    private final AlertJournal journal;

    AlertPageStore(KeyUseStore keyUses, AlertRows rows, AlertJournal journal) {
        this.keyUses = keyUses;
        this.rows = rows;
        this.journal = journal;
    }

    /**
     * One page of a project's alerts, newest first.
     *
     * @param status null for all
     */
    public Uni<Slice> newest(String groupId, @Nullable Status status, long offset, int limit) {
        return status == null
                ? page(OF_PROJECT, Map.of("groupId", groupId), offset, limit)
                : page(OF_STATUS, Map.of("groupId", groupId, "status", status), offset, limit);
    }

    /** One page of the alerts that are open by an alert configuration, newest first. */
    public Uni<Slice> openBy(String groupId, String configurationId, long offset, int limit) {
        return page(OF_CONFIGURATION, Map.of("groupId", groupId, "configurationId", configurationId), offset, limit);
    }

    /** An alert of the project. */
    public Uni<Optional<Alert>> find(String groupId, String alertId) {
        return Panache.withSession(
                () -> row(groupId, alertId).map(row -> Optional.ofNullable(row).map(rows::toRecord)));
    }

    /**
     * Takes in that somebody has seen the alert, or takes it back.
     *
     * @param acknowledgement null to take it back
     * @return empty when the project has no such alert
     */
    public Uni<Optional<Alert>> acknowledge(
            String groupId, String alertId, @Nullable Acknowledgement acknowledgement, Actor actor) {
        return Panache.withTransaction(() -> keyUses.lockProject(groupId)
                .chain(() -> row(groupId, alertId))
                .onItem()
                .ifNotNull()
                .transformToUni(row -> acknowledge(row, acknowledgement, actor))
                .map(Optional::ofNullable));
    }

    /**
     * One page, and how many there are in all.
     *
     * @param total on all pages
     * @param readAt when that was so
     */
    public record Slice(List<Alert> alerts, long total, Instant readAt) {}

    private Uni<Alert> acknowledge(AlertEntity row, @Nullable Acknowledgement acknowledgement, Actor actor) {
        row.acknowledgedUntil = acknowledgement == null ? null : acknowledgement.until();
        row.acknowledgementComment = acknowledgement == null ? null : acknowledgement.comment();
        row.acknowledgingUsername = acknowledgement == null ? null : acknowledgement.username();
        row.updatedAt = journal.now();
        return journal.publish(News.ACKNOWLEDGED, row, actor);
    }

    private Uni<Slice> page(String from, Map<String, Object> parameters, long offset, int limit) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            var count = session.createQuery("select count(*) " + from, Long.class);
            var query = session.createQuery(from + PAGE, AlertEntity.class)
                    .setParameter("limit", limit)
                    .setParameter("offset", offset);
            parameters.forEach((name, value) -> {
                count.setParameter(name, value);
                query.setParameter(name, value);
            });
            return count.getSingleResult().chain(total -> query.getResultList()
                    .map(found -> new Slice(found.stream().map(rows::toRecord).toList(), total, journal.now())));
        }));
    }

    private static Uni<@Nullable AlertEntity> row(String groupId, String alertId) {
        return Panache.getSession().chain(session -> session.createQuery(ONE, AlertEntity.class)
                .setParameter("groupId", groupId)
                .setParameter("id", alertId)
                .getSingleResultOrNull());
    }
}
