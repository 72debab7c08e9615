package io.keyward.simulator.control;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many calls there were since the start, by what was called and where. Only ever grows, whatever is cleared or reset: who wants to know what happened
 * meanwhile reads it twice.
 */
final class CallCounts {

    private record Kind(String service, String operation, String region) {}

    /** @param calls those that were refused or got no answer included */
    record Count(String service, String operation, String region, long calls) {}

    private final Map<Kind, Long> calls = new HashMap<>();

    void add(OperationLog.Entry call) {
        calls.merge(new Kind(call.service(), call.operation(), call.region()), 1L, Long::sum);
    }

    /** Every kind of call that there was. */
    List<Count> all() {
        return calls.entrySet().stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Count::service)
                        .thenComparing(Count::operation)
                        .thenComparing(Count::region))
                .toList();
    }

    private static Count count(Kind kind, long calls) {
        return new Count(kind.service(), kind.operation(), kind.region(), calls);
    }
}
