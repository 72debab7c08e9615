package io.keyward.config.activity.events;

import io.keyward.contracts.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log, as it was written.
 *
 * @param payload the event that it was made from, as JSON; absent where there is none, or nobody asked
 */
record LoggedEvent(
        String id,
        @Nullable String groupId,
        @Nullable String orgId,
        String type,
        @Nullable String clusterName,
        String detail,
        Instant at,
        Actor actor,
        @Nullable String payload) {}
