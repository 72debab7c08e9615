package io.keyward.config.activity.events;

import io.keyward.config.activity.entry.EventType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param clusterNames those of these clusters; of any, and of none, when empty
 * @param types those of these types; of any when empty
 * @param excludedTypes but not those of these types
 * @param from not those before
 * @param until not those from here on
 */
record EventFilter(
        Set<String> clusterNames,
        Set<EventType> types,
        Set<EventType> excludedTypes,
        @Nullable Instant from,
        @Nullable Instant until) {}
