package io.keyward.local.chaos.rolling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether one key was checked as it should be while replicas came and went. */
final class SweepRules {
    private SweepRules() {}

    /**
     * What is wrong, a sentence each.
     *
     * @param checks when it was, in order
     * @param interval how often it should be
     * @param lease how long work may lie that a replica left behind
     * @param restarts how many replicas ended meanwhile; each may have left a check that is done again
     */
    static List<String> audit(String key, List<Instant> checks, Duration interval, Duration lease, int restarts) {
        List<String> findings = new ArrayList<>();
        if (checks.size() < 2) {
            findings.add("%s was checked %d times".formatted(key, checks.size()));
            return findings;
        }
        // On a busy machine it waits its turn.
        Duration longest = interval.multipliedBy(2).plus(lease).plusSeconds(5);
        for (int at = 1; at < checks.size(); at++) {
            Duration gap = Duration.between(checks.get(at - 1), checks.get(at));
            if (gap.compareTo(longest) > 0) {
                findings.add("%s was not checked for %s from %s on".formatted(key, gap, checks.get(at - 1)));
            }
        }
        Duration all = Duration.between(checks.getFirst(), checks.getLast());
        // A check is due at most a tenth of the interval early.
        long most = all.dividedBy(interval.multipliedBy(9).dividedBy(10)) + 1 + restarts;
        if (checks.size() > most) {
            findings.add(
                    "%s was checked %d times in %s, which is more than %d".formatted(key, checks.size(), all, most));
        }
        return findings;
    }
}
