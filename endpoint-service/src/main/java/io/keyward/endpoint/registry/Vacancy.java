package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.lifecycle.Wanted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a wish for an endpoint finds in its region. */
sealed interface Vacancy {
    Comparator<EndpointEntity> AGE =
            Comparator.<EndpointEntity, Instant>comparing(row -> row.createdAt).thenComparing(row -> row.id);

    /** Nothing stands in the way. */
    record Free() implements Vacancy {}

    /** A replacement that nobody asked for yet. */
    record Unclaimed(EndpointEntity replacement) implements Vacancy {}

    record Taken(EndpointEntity there) implements Vacancy {}

    /**
     * Says so for all that a project has there, in whatever order. Whoever is on its way out holds its region until it is gone, unless another one was made in
     * its stead: a client that waits for the end of any of a lineage may ask anew right after it.
     */
    static Vacancy of(List<EndpointEntity> there) {
        var wanted = there.stream()
                .filter(row -> row.wanted == Wanted.PRESENT)
                .sorted(AGE)
                .toList();
        if (!wanted.isEmpty()) {
            return isUnclaimed(wanted) ? new Unclaimed(wanted.getLast()) : new Taken(wanted.getFirst());
        }
        return there.stream()
                .filter(row -> !row.isReplaced())
                .min(AGE)
                .<Vacancy>map(Taken::new)
                .orElseGet(Free::new);
    }

    /** Nobody asked for any of them, and the newest is not lost itself: a client that is given that one would take it for an error. */
    private static boolean isUnclaimed(List<EndpointEntity> wanted) {
        return wanted.stream().noneMatch(row -> row.adopted)
                && !EndpointStatus.of(wanted.getLast().state())
                        .filter(EndpointStatus.PENDING_RECREATION::equals)
                        .isPresent();
    }
}
