package io.keyward.config.activity.events;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.Timestamps;
import io.keyward.config.activity.entry.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked of the log, as it is written in a query. */
final class EventFilterRules {
    static final String CLUSTER_NAMES = "clusterNames";
    static final String EVENT_TYPE = "eventType";
    static final String EXCLUDED = "excludedEventType";
    static final String MIN_DATE = "minDate";
    static final String MAX_DATE = "maxDate";

    private static final Map<String, EventType> TYPES =
            Arrays.stream(EventType.values()).collect(Collectors.toMap(EventType::name, Function.identity()));
    private static final List<String> NAMES =
            Arrays.stream(EventType.values()).map(EventType::name).sorted().toList();

    private EventFilterRules() {}

    /** @param parameters of the query; each may be there several times */
    static EventFilter read(Map<String, List<String>> parameters) {
        Instant from = time(MIN_DATE, parameters);
        Instant last = time(MAX_DATE, parameters);
        if (from != null && last != null && from.isAfter(last)) {
            throw Refusal.of(ErrorCode.INVALID_DATE_RANGE, Timestamps.write(from))
                    .withDetail("%s %s lies after %s %s."
                            .formatted(MIN_DATE, Timestamps.write(from), MAX_DATE, Timestamps.write(last)));
        }
        return new EventFilter(
                Set.copyOf(parameters.getOrDefault(CLUSTER_NAMES, List.of())),
                types(EVENT_TYPE, parameters),
                types(EXCLUDED, parameters),
                from,
                last == null ? null : after(last));
    }

    /** Times are answered in whole seconds: one that is sent back means all of that second. */
    private static Instant after(Instant last) {
        return last.getNano() == 0 ? last.plusSeconds(1) : last.plus(Duration.ofNanos(1000));
    }

    private static Set<EventType> types(String name, Map<String, List<String>> parameters) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(text -> type(name, text))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static EventType type(String name, String text) {
        EventType type = TYPES.get(text);
        if (type == null) {
            throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, name, NAMES);
        }
        return type;
    }

    private static @Nullable Instant time(String name, Map<String, List<String>> parameters) {
        List<String> texts = parameters.getOrDefault(name, List.of());
        return texts.isEmpty()
                ? null
                : Timestamps.read(texts.getFirst()).orElseThrow(() -> Refusal.of(ErrorCode.INVALID_DATE_FORMAT, name));
    }
}
