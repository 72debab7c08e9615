package io.keyward.validation.provider.aws;

import io.keyward.validation.check.KeyLife;
import org.jspecify.annotations.Nullable;

/**
 * All that a check learned.
 *
 * @param life null when the key's description could not be read
 */
record Learned(Finding finding, @Nullable KeyLife life) {

    Learned with(Finding other) {
        return new Learned(other, life);
    }
}
