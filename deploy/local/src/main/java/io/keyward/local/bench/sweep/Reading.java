package io.keyward.local.bench.sweep;

import io.keyward.local.bench.usage.Statements;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was used: up to a moment, or between two.
 *
 * @param checker processor time of the process that checks
 * @param cloud processor time of the simulated cloud
 * @param postgres processor time of the whole PostgreSQL server
 * @param statements those of validation-service's database
 * @param calls that the cloud received, by operation
 */
record Reading(
        Duration checker, Duration cloud, Duration postgres, Statements.Count statements, Map<String, Long> calls) {
    static final Reading NOTHING =
            new Reading(Duration.ZERO, Duration.ZERO, Duration.ZERO, new Statements.Count(0, 0, 0), Map.of());

    /** What was used since {@code before}. */
    Reading since(Reading before) {
        Map<String, Long> more = new TreeMap<>(calls);
        before.calls.forEach((operation, count) -> more.merge(operation, -count, Long::sum));
        more.values().removeIf(count -> count == 0);
        return new Reading(
                checker.minus(before.checker),
                cloud.minus(before.cloud),
                postgres.minus(before.postgres),
                statements.since(before.statements),
                more);
    }

    /** Both together. */
    Reading plus(Reading other) {
        Map<String, Long> all = new TreeMap<>(calls);
        other.calls.forEach((operation, count) -> all.merge(operation, count, Long::sum));
        return new Reading(
                checker.plus(other.checker),
                cloud.plus(other.cloud),
                postgres.plus(other.postgres),
                statements.plus(other.statements),
                all);
    }
}
