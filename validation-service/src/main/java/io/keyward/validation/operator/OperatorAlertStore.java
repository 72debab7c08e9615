package io.keyward.validation.operator;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.alert.notification.OperatorNoticeStore;
import io.keyward.validation.operator.OperatorAlertEvents.News;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps operator alerts and publishes what becomes of them. Takes part in the caller's transaction; without one, it makes its own. */
@ApplicationScoped
class OperatorAlertStore {
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended('keyward.operator-alert.' || :type, 0))";
    private static final String OPEN_TYPES = "select type from OperatorAlertEntity where closedAt is null";
    private static final String OPEN = "from OperatorAlertEntity where type = :type and closedAt is null";
    private static final String LATEST =
            "from OperatorAlertEntity where type = :type and closedAt > :since order by closedAt desc, id desc limit 1";

    private final OperatorAlertRows rows;
    private final Outbox outbox;
    private final OperatorNoticeStore notices;
    private final Revisions revisions;
    private final Clock clock;

    OperatorAlertStore(
            OperatorAlertRows rows, Outbox outbox, OperatorNoticeStore notices, Revisions revisions, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.notices = notices;
        this.revisions = revisions;
        this.clock = clock;
    }

    /**
     * Opens the alert of that type, or updates the open one. Saying the same again is no news. One that was closed so shortly before that nobody was told goes on,
     * and so nobody is told again either.
     */
    Uni<Void> open(OperatorAlertType type, String explanation, String remedy, Map<String, String> facts) {
        return Panache.withTransaction(() -> openOne(type)
                .chain(open -> open == null
                        ? opened(type, explanation, remedy, facts)
                        : updated(open, explanation, remedy, facts)));
    }

    /** Closes the open alert of that type, if there is one. */
    Uni<Void> close(OperatorAlertType type, String ending) {
        return Panache.withTransaction(() ->
                openOne(type).chain(open -> open == null ? Uni.createFrom().voidItem() : closed(open, ending)));
    }

    /** Closes the open alert of that type, if there is one and nothing new was told of it since then. */
    Uni<Void> closeIfQuietSince(OperatorAlertType type, Instant then, String ending) {
        return Panache.withTransaction(() -> openOne(type)
                .chain(open -> open == null || !open.updatedAt.isBefore(then)
                        ? Uni.createFrom().voidItem()
                        : closed(open, ending)));
    }

    /** The types of which there is an open one. */
    Uni<List<OperatorAlertType>> openTypes() {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createQuery(OPEN_TYPES, OperatorAlertType.class)
                        .getResultList()));
    }

    private Uni<Void> opened(OperatorAlertType type, String explanation, String remedy, Map<String, String> facts) {
        return unsettled(type)
                .chain(closed -> closed == null
                        ? begun(type, explanation, remedy, facts)
                        : reopened(closed, explanation, remedy, facts));
    }

    private Uni<Void> begun(OperatorAlertType type, String explanation, String remedy, Map<String, String> facts) {
        var row = new OperatorAlertEntity();
        row.id = ObjectIds.next();
        row.type = type;
        row.openedAt = now();
        rows.write(row, explanation, remedy, facts, row.openedAt);
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> publish(News.OPENED, row, row.openedAt))
                .map(OperatorNotices::opened)
                .chain(notices::began);
    }

    private Uni<Void> reopened(OperatorAlertEntity row, String explanation, String remedy, Map<String, String> facts) {
        var now = now();
        row.closedAt = null;
        row.ending = null;
        row.updatedAt = now;
        rows.write(row, explanation, remedy, facts, now);
        return publish(News.OPENED, row, now).replaceWithVoid();
    }

    /** The one whose end was told to nobody yet, and now will not be. */
    private Uni<@Nullable OperatorAlertEntity> unsettled(OperatorAlertType type) {
        return Panache.getSession()
                .chain(session -> session.createQuery(LATEST, OperatorAlertEntity.class)
                        .setParameter("type", type)
                        .setParameter("since", notices.settledBefore())
                        .getSingleResultOrNull())
                .chain(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : notices.goesOn(row.id).map(untold -> untold ? row : null));
    }

    private Uni<Void> updated(OperatorAlertEntity row, String explanation, String remedy, Map<String, String> facts) {
        var now = now();
        return rows.write(row, explanation, remedy, facts, now)
                ? publish(News.UPDATED, row, now).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> closed(OperatorAlertEntity row, String ending) {
        var now = now();
        row.closedAt = now;
        row.updatedAt = now;
        row.ending = ending;
        return publish(News.CLOSED, row, now).map(OperatorNotices::recovered).chain(notices::ended);
    }

    private Uni<OperatorAlert> publish(News news, OperatorAlertEntity row, Instant now) {
        row.revision = revisions.next(row.revision);
        var alert = rows.toRecord(row);
        return outbox.append(Topics.ALERTS, OperatorAlertEvents.of(news, alert, now))
                .replaceWith(alert);
    }

    /** The open one, with the lock of its type, so that two who find the same make one of it. */
    private static Uni<@Nullable OperatorAlertEntity> openOne(OperatorAlertType type) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK, Integer.class)
                .setParameter("type", type.name())
                .getSingleResult()
                .chain(() -> session.createQuery(OPEN, OperatorAlertEntity.class)
                        .setParameter("type", type)
                        .getSingleResultOrNull()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
