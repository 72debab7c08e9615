package io.keyward.config;

import io.keyward.atlas.Paging;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds out which items are on a page and how many there are on all pages, in one statement, so that the two never contradict each other. */
public final class PageStore {
    private static final String PAGE = """
            with visible as (%s)
            select (select count(*) from visible), page.id
            from (select 1) one left join
                 (select id, position from visible order by position, id limit :limit offset :offset) page on true
            """;

    private PageStore() {}

    /**
     * The ids on a page, in no particular order, in the caller's open session.
     *
     * @param items a query of {@code id} and of {@code position}, by which the items are in order; never built from what callers send
     * @param parameters those that {@code items} names
     */
    public static Uni<Slice<String>> ids(String items, Map<String, ?> parameters, Paging paging) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(PAGE.formatted(items), Object[].class)
                            .setParameter("limit", paging.itemsPerPage())
                            .setParameter("offset", paging.offset());
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(PageStore::slice);
    }

    private static Slice<String> slice(List<Object[]> rows) {
        List<String> ids = rows.stream()
                .map(row -> (String) row[1])
                .filter(Objects::nonNull)
                .toList();
        return new Slice<>(ids, ((Number) rows.getFirst()[0]).longValue());
    }
}
