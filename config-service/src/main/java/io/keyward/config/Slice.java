package io.keyward.config;

import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, and how many there are in all: both from the same statement, so that they agree.
 *
 * @param total on all pages; where nobody asked for it, as many as are known of, which is more than this page ends with if there is a next one
 */
public record Slice<T>(List<T> items, long total) {

    /** The answer for that page. */
    public <V> Page<V> page(Paging paging, Function<T, V> view) {
        return paging.page(items.stream().map(view).toList(), total);
    }
}
