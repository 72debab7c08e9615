package io.keyward.simulator.control;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest calls, as a trail would show them. Kept in memory only. */
public final class OperationLog {

    /**
     * One call.
     *
     * @param number grows by one per call
     * @param caller the ARN or, in other clouds, the application or account, or null when the request was not authenticated
     * @param resource the ARN of the key or role, or the id of the endpoint concerned, when it got so far
     * @param path {@code public}, or the id of a VPC endpoint
     * @param outcome {@code OK}, an error code, or the disturbance that swallowed the call
     * @param executed whether the operation was carried out, and kept, whatever the caller got to hear of it
     * @param disturbance the effect that struck the call, before or after, if one did
     */
    public record Entry(
            long number,
            Instant at,
            String requestId,
            String service,
            String operation,
            String region,
            String path,
            @Nullable String caller,
            @Nullable String resource,
            Map<String, String> encryptionContext,
            String outcome,
            @Nullable String message,
            boolean executed,
            @Nullable String disturbance) {}

    private static final int KEPT = 20_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final CallCounts counts = new CallCounts();
    private long next = 1;

    /** The number that the next call gets. */
    public long nextNumber() {
        return next++;
    }

    public void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
        counts.add(entry);
    }

    /** How many calls there ever were. */
    CallCounts counts() {
        return counts;
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    void clear() {
        entries.clear();
    }
}
