package io.keyward.validation.operator;

import io.keyward.validation.operator.OperatorAlert.Status;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operator alerts. As with alerts, the limit of a page is part of the text of its query. */
@ApplicationScoped
class OperatorAlertPageStore {
    private static final String ALL = "from OperatorAlertEntity";
    private static final String PAGE = " order by openedAt desc, id desc limit :limit offset :offset";

    private final OperatorAlertRows rows;

    OperatorAlertPageStore(OperatorAlertRows rows) {
        this.rows = rows;
    }

    /**
     * One page, newest first.
     *
     * @param status null for all
     */
    Uni<Slice> newest(@Nullable Status status, long offset, int limit) {
        var from = ALL + condition(status);
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createQuery("select count(*) " + from, Long.class)
                        .getSingleResult()
                        .chain(total -> session.createQuery(from + PAGE, OperatorAlertEntity.class)
                                .setParameter("limit", limit)
                                .setParameter("offset", offset)
                                .getResultList()
                                .map(found -> new Slice(
                                        found.stream().map(rows::toRecord).toList(), total)))));
    }

    private static String condition(@Nullable Status status) {
        if (status == null) {
            return "";
        }
        return switch (status) {
            case OPEN -> " where closedAt is null";
            case CLOSED -> " where closedAt is not null";
        };
    }

    /**
     * One page, and how many there are in all.
     *
     * @param total on all pages
     */
    record Slice(List<OperatorAlert> alerts, long total) {}
}
