package io.keyward.local.bench.endpoint;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was used: up to a moment, or between two.
 *
 * @param ec2Calls by operation
 * @param statements of the service's database, those that begin and end transactions left out
 * @param relay those of them that the outbox's relay makes, whatever there is to do
 * @param service processor time of endpoint-service
 * @param postgres processor time of the whole PostgreSQL server
 */
record Load(Map<String, Long> ec2Calls, long statements, long relay, Duration service, Duration postgres) {
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double MILLIS_PER_SECOND = 1000;

    /** What was used since {@code before}. */
    Load since(Load before) {
        Map<String, Long> calls = new TreeMap<>(ec2Calls);
        before.ec2Calls.forEach((operation, count) -> calls.merge(operation, -count, Long::sum));
        calls.values().removeIf(count -> count == 0);
        return new Load(
                calls,
                statements - before.statements,
                relay - before.relay,
                service.minus(before.service),
                postgres.minus(before.postgres));
    }

    long calls() {
        return ec2Calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Cells of a table: calls, statements without the relay's, the relay's, and seconds of both processes; all a minute. */
    String perMinute(Duration window) {
        double minutes = window.toMillis() / MILLIS_PER_MINUTE;
        return String.format(
                Locale.ROOT,
                "%.0f | %.0f | %.0f | %.2f | %.2f",
                calls() / minutes,
                (statements - relay) / minutes,
                relay / minutes,
                service.toMillis() / MILLIS_PER_SECOND / minutes,
                postgres.toMillis() / MILLIS_PER_SECOND / minutes);
    }

    /** The same cells, each as so many times that of {@code base}. */
    String times(Load base) {
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %.2f | %.2f | %.2f",
                ratio(calls(), base.calls()),
                ratio(statements - relay, base.statements - base.relay),
                ratio(relay, base.relay),
                ratio(service.toMillis(), base.service.toMillis()),
                ratio(postgres.toMillis(), base.postgres.toMillis()));
    }

    private static double ratio(long number, long base) {
        return (double) number / base;
    }
}
