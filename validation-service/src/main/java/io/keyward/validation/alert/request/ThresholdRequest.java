package io.keyward.validation.alert.request;

import org.jspecify.annotations.Nullable;

/** From which value on. */
public record ThresholdRequest(
        @Nullable String operator,
        @Nullable Integer threshold,
        @Nullable String units) {}
