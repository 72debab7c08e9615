package io.keyward.atlas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters that say yes or no: {@code true} or {@code false}, in any case. Everything else is refused with 400
 * {@code INVALID_QUERY_PARAMETER}: who writes {@code envelope=yes} does not get what they meant by silence.
 */
public final class QueryFlags {
    private QueryFlags() {}

    /** @param value as it was sent; null when it was not */
    public static boolean read(String name, @Nullable String value, boolean otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw Refusal.of(ErrorCode.INVALID_QUERY_PARAMETER, name)
                .withDetail("The query parameter " + name + " must be true or false.");
    }

    /** Refuses values that are neither, wherever a parameter is given more than once. */
    public static void check(String name, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(value -> read(name, value, false));
        }
    }
}
