package io.keyward.atlas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it is answered. Made by {@link Paging#page}.
 *
 * @param links this page, and the ones before and after it where they exist
 * @param totalCount how many there are on all pages; absent when the caller did not ask for the count
 */
public record Page<T>(
        List<Link> links,
        List<T> results,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer totalCount) {}
