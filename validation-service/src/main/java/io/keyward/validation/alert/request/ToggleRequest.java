package io.keyward.validation.alert.request;

import org.jspecify.annotations.Nullable;

/** Turns a configuration on or off. */
public record ToggleRequest(@Nullable Boolean enabled) {}
