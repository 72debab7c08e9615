package io.keyward.config;

import io.keyward.atlas.Paging;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds out which items are on a page and how many there are on all pages, in one statement, so that the two never contradict each other. A
 * page in the second half of a list is read from the list's end. Who does not ask for the count gets a page without one, and nothing is
 * counted.
 *
 * <p>The items are counted, and either end of them is read, by an index that has them in order; {@code docs/operations/lists.md} has figures.
 */
public final class PageStore {
    private static final String COUNTED = """
            with total as (select count(*) as n from (%1$s) counted),
                 page as (
                    (select id from (%1$s) forward order by position %2$s, id %2$s
                     limit (select case when %4$s <= n / 2 then %5$s else 0 end from total) offset %4$s)
                    union all
                    (select id from (%1$s) backward order by position %3$s, id %3$s
                     limit (select case when %4$s <= n / 2 then 0 else greatest(least(%5$s, n - %4$s), 0) end from total)
                     offset (select greatest(n - %4$s - %5$s, 0) from total)))
            select (select n from total), page.id from (select 1) one left join page on true
            """;

    private static final String UNCOUNTED = """
            select 0, id from (%1$s) forward order by position %2$s, id %2$s limit %5$s + 1 offset %4$s
            """;

    private static final String OFFSET = "cast(:offset as bigint)";
    private static final String LIMIT = "cast(:limit as bigint)";
    private static final String RISING = "asc";
    private static final String FALLING = "desc";

    private PageStore() {}

    /**
     * The ids on a page, in no particular order, in the caller's open session.
     *
     * @param items a query of {@code id} and of {@code position}, by which the items are in order; never built from what callers send
     * @param parameters those that {@code items} names
     */
    public static Uni<Slice<String>> ids(String items, Map<String, ?> parameters, Paging paging) {
        return page(items, RISING, FALLING, parameters, paging);
    }

    /** The same of a list that begins with the highest position. */
    public static Uni<Slice<String>> newestIds(String items, Map<String, ?> parameters, Paging paging) {
        return page(items, FALLING, RISING, parameters, paging);
    }

    /** The statement by which a page of {@link #ids} is found, for whoever wants to see how it is planned. */
    public static String statement(String items, boolean includeCount) {
        return statement(items, RISING, FALLING, includeCount);
    }

    /** The statement by which a page of {@link #newestIds} is found. */
    public static String newestStatement(String items, boolean includeCount) {
        return statement(items, FALLING, RISING, includeCount);
    }

    private static String statement(String items, String order, String reverse, boolean includeCount) {
        return (includeCount ? COUNTED : UNCOUNTED).formatted(items, order, reverse, OFFSET, LIMIT);
    }

    private static Uni<Slice<String>> page(
            String items, String order, String reverse, Map<String, ?> parameters, Paging paging) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                                    statement(items, order, reverse, paging.includeCount()), Object[].class)
                            .setParameter("limit", paging.itemsPerPage())
                            .setParameter("offset", paging.offset());
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> paging.includeCount() ? counted(rows) : uncounted(rows, paging));
    }

    private static Slice<String> counted(List<Object[]> rows) {
        return new Slice<>(ids(rows), ((Number) rows.getFirst()[0]).longValue());
    }

    /** One item more than asked for tells that there is a next page; more is not known of the total. */
    private static Slice<String> uncounted(List<Object[]> rows, Paging paging) {
        List<String> ids = ids(rows);
        return new Slice<>(ids.stream().limit(paging.itemsPerPage()).toList(), paging.offset() + ids.size());
    }

    private static List<String> ids(List<Object[]> rows) {
        return rows.stream()
                .map(row -> (String) row[1])
                .filter(Objects::nonNull)
                .toList();
    }
}
