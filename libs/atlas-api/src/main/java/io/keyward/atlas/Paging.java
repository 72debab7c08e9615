package io.keyward.atlas;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A parameter of the resource method: {@code list(@BeanParam Paging paging)}. Values out of bounds are
 * refused with 400 {@code INVALID_QUERY_PARAMETER} by whatever is asked first. A page beyond the last one is empty. A class with a
 * field, because the framework does not fill in a record; and one that reads its parameters itself, because the framework makes something of
 * everything.
 */
public class Paging {
    private static final String PAGE_NUM = "pageNum";
    private static final String ITEMS_PER_PAGE = "itemsPerPage";
    private static final String INCLUDE_COUNT = "includeCount";
    private static final Pattern OURS = Pattern.compile("(?:pageNum|itemsPerPage|includeCount)(?:=.*)?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");
    private static final int DEFAULT_ITEMS = 100;
    private static final int MAX_ITEMS = 500;

    /** Not read: without a parameter of its own, the framework does not take this for a bean of parameters. */
    @QueryParam(PAGE_NUM)
    @Nullable
    String declared;

    @Context
    @Nullable
    UriInfo uriInfo;

    /** Made by the framework. */
    public Paging() {}

    Paging(UriInfo uriInfo) {
        this.uriInfo = uriInfo;
    }

    /** The page, from 1. */
    public int pageNum() {
        return within(PAGE_NUM, 1, Integer.MAX_VALUE);
    }

    /** The size of a page, 1 to 500. */
    public int itemsPerPage() {
        return within(ITEMS_PER_PAGE, DEFAULT_ITEMS, MAX_ITEMS);
    }

    /** Whether {@code totalCount} is answered. */
    public boolean includeCount() {
        return QueryFlags.read(INCLUDE_COUNT, parameter(INCLUDE_COUNT), true);
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
        return new Page<>(links(total), List.copyOf(results), includeCount() ? (Integer) Math.toIntExact(total) : null);
    }

    /** The answer for this page of a list that is in memory as a whole. */
    public <T> Page<T> slice(List<T> all) {
        return page(all.stream().skip(offset()).limit(itemsPerPage()).toList(), all.size());
    }

    private List<Link> links(long total) {
        int page = pageNum();
        List<Link> links = new ArrayList<>();
        links.add(link("self", page));
        if (page > 1) {
            links.add(link("previous", page - 1));
        }
        if (offset() + itemsPerPage() < total) {
            links.add(link("next", page + 1));
        }
        return List.copyOf(links);
    }

    /** What else was asked for is repeated as it was written, whatever it was. */
    private Link link(String rel, int page) {
        URI request = request().getRequestUri();
        String query = Stream.concat(
                        Stream.of(requireNonNullElse(request.getRawQuery(), "").split("&"))
                                .filter(parameter -> !parameter.isEmpty())
                                .filter(parameter -> !OURS.matcher(parameter).matches()),
                        Stream.of(
                                INCLUDE_COUNT + "=" + includeCount(),
                                ITEMS_PER_PAGE + "=" + itemsPerPage(),
                                PAGE_NUM + "=" + page))
                .collect(Collectors.joining("&"));
        return new Link(request.toString().split("[?#]", 2)[0] + "?" + query, rel);
    }

    private @Nullable String parameter(String name) {
        return request().getQueryParameters().getFirst(name);
    }

    private UriInfo request() {
        return requireNonNull(uriInfo);
    }

    private int within(String name, int otherwise, int max) {
        String text = parameter(name);
        if (text == null) {
            return otherwise;
        }
        long value = NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (value < 1 || value > max) {
            String bound = max == Integer.MAX_VALUE ? "a number from 1" : "a number between 1 and " + max;
            throw Refusal.of(ErrorCode.INVALID_QUERY_PARAMETER, name)
                    .withDetail("The query parameter " + name + " must be " + bound + ".");
        }
        return (int) value;
    }
}
