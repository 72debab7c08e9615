package io.keyward.atlas;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A parameter of the resource method: {@code list(@BeanParam Paging paging)}. Values out of bounds are
 * refused with 400 {@code INVALID_QUERY_PARAMETER} by whatever is asked first. A class with fields, because the framework does not fill in
 * the {@link UriInfo} of a record.
 */
public class Paging {
    private static final int MAX_ITEMS = 500;

    @QueryParam("pageNum")
    @DefaultValue("1")
    int pageNum;

    @QueryParam("itemsPerPage")
    @DefaultValue("100")
    int itemsPerPage;

    @QueryParam("includeCount")
    @DefaultValue("true")
    boolean includeCount;

    @Context
    @Nullable
    UriInfo uriInfo;

    /** Made by the framework. */
    public Paging() {}

    Paging(int pageNum, int itemsPerPage, boolean includeCount, UriInfo uriInfo) {
        this.pageNum = pageNum;
        this.itemsPerPage = itemsPerPage;
        this.includeCount = includeCount;
        this.uriInfo = uriInfo;
    }

    /** The page, from 1. */
    public int pageNum() {
        return within("pageNum", pageNum, Integer.MAX_VALUE);
    }

    /** The size of a page, 1 to 500. */
    public int itemsPerPage() {
        return within("itemsPerPage", itemsPerPage, MAX_ITEMS);
    }

    /** Whether {@code totalCount} is answered. */
    public boolean includeCount() {
        return includeCount;
    }

    /** How many items lie before this page; never more than an int holds, beyond which no list reaches. */
    public long offset() {
        return Math.min((pageNum() - 1L) * itemsPerPage(), Integer.MAX_VALUE);
    }

    /**
     * The answer for this page.
     *
     * @param results the items of this page alone
     * @param total the number of items on all pages
     */
    public <T> Page<T> page(List<T> results, long total) {
        return new Page<>(links(total), List.copyOf(results), includeCount ? (Integer) Math.toIntExact(total) : null);
    }

    /** The answer for this page of a list that is in memory as a whole. */
    public <T> Page<T> slice(List<T> all) {
        return page(all.stream().skip(offset()).limit(itemsPerPage()).toList(), all.size());
    }

    private List<Link> links(long total) {
        List<Link> links = new ArrayList<>();
        links.add(link("self", pageNum));
        if (pageNum > 1) {
            links.add(link("previous", pageNum - 1));
        }
        if (offset() + itemsPerPage() < total) {
            links.add(link("next", pageNum + 1));
        }
        return List.copyOf(links);
    }

    private Link link(String rel, int page) {
        UriBuilder uri = requireNonNull(uriInfo)
                .getRequestUriBuilder()
                .replaceQueryParam("includeCount", includeCount)
                .replaceQueryParam("itemsPerPage", itemsPerPage)
                .replaceQueryParam("pageNum", page);
        return new Link(uri.build().toString(), rel);
    }

    private static int within(String name, int value, int max) {
        if (value < 1 || value > max) {
            String bound = max == Integer.MAX_VALUE ? "at least 1" : "between 1 and " + max;
            throw Refusal.of(ErrorCode.INVALID_QUERY_PARAMETER, name)
                    .withDetail("The query parameter " + name + " must be " + bound + ", not " + value + ".");
        }
        return value;
    }
}
