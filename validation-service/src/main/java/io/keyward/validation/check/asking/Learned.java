package io.keyward.validation.check.asking;

import io.keyward.validation.check.KeyLife;
import org.jspecify.annotations.Nullable;

/**
 * All that a check learned.
 *
 * @param life null when nothing was learned of it
 */
public record Learned(Finding finding, @Nullable KeyLife life) {}
