package io.keyward.validation.check.asking;

import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyRef;
import io.keyward.validation.check.asking.Finding.Wrong;
import org.jspecify.annotations.Nullable;

/**
 * All that a check learned.
 *
 * @param life null when nothing was learned of it
 */
public record Learned(Finding finding, @Nullable KeyLife life) {

    /** The same as it is to be said of that key: with one that is only proposed nothing was encrypted yet, so that there is nothing to be read. */
    public Learned of(KeyRef key) {
        return key.keyUseId() == null && finding instanceof Wrong(var problem, var ignored, var detail)
                ? new Learned(new Wrong(problem, false, detail), life)
                : this;
    }
}
