package io.keyward.validation.enforcement.asking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often the request in force was made again, and when that happens next.
 *
 * @param times how often
 * @param nextAt null while nothing is asked, and for what was asked before anybody kept this
 * @param blind whether a key that the cluster needs got no answer at some time since it was asked last
 */
public record Asking(int times, @Nullable Instant nextAt, boolean blind) {
    /** Nothing is asked. */
    public static final Asking NOTHING = new Asking(0, null, false);
}
