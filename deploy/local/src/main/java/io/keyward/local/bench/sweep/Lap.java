package io.keyward.local.bench.sweep;

import java.time.Duration;
import java.util.List;

/**
 * One run of one side.
 *
 * @param checks how many keys were checked
 * @param elapsed from the start of the first check to the end of the last
 * @param used meanwhile
 */
record Lap(long checks, Duration elapsed, Reading used) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final List<String> OF_A_CHECK = List.of("DescribeKey", "Decrypt", "Encrypt");
    /** A call that is repeated because its answer was lost is no other work. */
    private static final double TOLERANCE = 0.001;

    double perSecond() {
        return checks / seconds(elapsed);
    }

    /** Microseconds of processor time of the side that checks. */
    double ownMicrosPerCheck() {
        return micros(used.checker());
    }

    double postgresMicrosPerCheck() {
        return micros(used.postgres());
    }

    double statementsPerCheck() {
        return (double) used.statements().all() / checks;
    }

    /** Those of them that neither begin nor end transactions, and are not the relay's. */
    double plainStatementsPerCheck() {
        var statements = used.statements();
        return (double) (statements.all() - statements.control() - statements.relay()) / checks;
    }

    /** How much of one core the simulated cloud used. */
    double cloudShare() {
        return seconds(used.cloud()) / seconds(elapsed);
    }

    /** Whether each check was the three calls that it should be, no more and no less. */
    boolean isHonest() {
        return OF_A_CHECK.stream()
                .allMatch(
                        operation -> Math.abs(used.calls().getOrDefault(operation, 0L) - checks) <= checks * TOLERANCE);
    }

    private double micros(Duration time) {
        return time.toNanos() / NANOS_PER_MICRO / checks;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
