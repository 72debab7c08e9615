package io.keyward.config;

import java.util.List;

/**
 * One page of a list, and how many there are in all: both from the same statement, so that they agree.
 *
 * @param total on all pages
 */
public record Slice<T>(List<T> items, long total) {}
