package io.keyward.local.bench.start;

import io.keyward.local.service.Service;
import java.time.Duration;
import java.util.Map;

/**
 * One start of all services.
 *
 * @param took from the first process until the last service was ready
 * @param memory bytes in use (resident) by each, at rest
 */
record Start(Duration took, Map<Service, Long> memory) {
    private static final double NANOS = 1e9;
    private static final long MEGA = 1024L * 1024;

    double seconds() {
        return took.toNanos() / NANOS;
    }

    /** Of all of them together. */
    long megabytes() {
        return megabytes(memory.values().stream().mapToLong(Long::longValue).sum());
    }

    static long megabytes(long bytes) {
        return bytes / MEGA;
    }
}
