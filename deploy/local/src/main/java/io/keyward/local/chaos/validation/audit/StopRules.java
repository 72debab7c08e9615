package io.keyward.local.chaos.validation.audit;

import io.keyward.local.chaos.validation.audit.Verdicts.Acquittal;
import io.keyward.local.chaos.validation.audit.Verdicts.Condemnation;
import io.keyward.local.chaos.validation.audit.Verdicts.Stop;
import io.keyward.local.chaos.validation.truth.Truth;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nothing was stopped but for what a customer had really done, and nothing resumed but what they had given back: while a check began and the last of its calls
 * was answered, it was so at some moment. Pure.
 */
public final class StopRules {
    private StopRules() {}

    /**
     * What is wrong.
     *
     * @param counts for how long after its beginning a check can go on asking, at most
     * @param cached for how long a session that was assumed before goes on working
     */
    public static List<String> audit(Verdicts verdicts, Truth truth, Duration counts, Duration cached) {
        return Stream.of(
                        verdicts.condemnations().stream().flatMap(each -> condemned(each, truth)),
                        verdicts.stops().stream().flatMap(each -> stopped(each, truth, counts)),
                        verdicts.acquittals().stream().flatMap(each -> acquitted(each, truth, cached)))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<String> condemned(Condemnation each, Truth truth) {
        if (!each.outcome().equals("REVOKED")) {
            return Stream.of("%s was condemned by evidence that says %s".formatted(each.key(), each.outcome()));
        }
        return truth.mayHaveBeenAway(each.key(), each.since(), each.asked())
                ? Stream.empty()
                : Stream.of("%s was condemned by a check of %s, and nobody had taken it away"
                        .formatted(each.key(), each.since()));
    }

    private static Stream<String> stopped(Stop each, Truth truth, Duration counts) {
        boolean justified = !each.kind().equals("KEY")
                || truth.mayHaveBeenAway(each.key(), each.since(), each.since().plus(counts));
        return justified
                ? Stream.empty()
                : Stream.of("cluster %s was asked to stop because of %s since %s, and nobody had taken that away"
                        .formatted(each.clusterId(), each.key(), each.since()));
    }

    private static Stream<String> acquitted(Acquittal each, Truth truth, Duration cached) {
        boolean justified = truth.mayHaveBeenThere(each.key(), each.checkedAt().minus(cached), each.asked());
        return justified
                ? Stream.empty()
                : Stream.of("%s was found valid by a check of %s, and it was taken away all the time"
                        .formatted(each.key(), each.checkedAt()));
    }
}
