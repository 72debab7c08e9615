package io.keyward.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message of an older producer lacks, as readers see it. */
final class Absent {
    private Absent() {}

    static <T> List<T> toEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
