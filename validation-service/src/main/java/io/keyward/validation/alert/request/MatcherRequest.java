package io.keyward.validation.alert.request;

import org.jspecify.annotations.Nullable;

/** A limit by what an alert is about. */
public record MatcherRequest(
        @Nullable String fieldName,
        @Nullable String operator,
        @Nullable String value) {}
