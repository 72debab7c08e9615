package io.keyward.messaging.epoch;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a service publishes on one topic, and can tell of again as it is. */
public interface Restated extends Owned {
    /**
     * Ids of what was told of last with a revision below {@code floor}, in order.
     *
     * @param after the last id that was looked at; empty for the first page
     */
    Uni<List<String>> older(long floor, String after, int limit);

    /**
     * Tells of it as it is, with its next revision, in one transaction of its own. Nothing when its revision has reached {@code floor} meanwhile: somebody
     * changed it, and so told of it.
     *
     * @param outdated whether others were told of it after what the database knows
     * @return false when what it is cannot be told yet, because something has to be found out first; it is asked again until it can
     */
    Uni<Boolean> restate(String id, long floor, boolean outdated);
}
