package io.keyward.local.chaos.validation.audit;

import java.time.Instant;
import java.util.List;

/**
 * What was believed of keys, and what was asked of clusters for it.
 *
 * @param condemnations that a key was taken away
 * @param acquittals that a key works
 * @param stops reasons for which clusters were asked to stop
 */
public record Verdicts(List<Condemnation> condemnations, List<Acquittal> acquittals, List<Stop> stops) {

    /**
     * That a key was taken away.
     *
     * @param since when the check that settled it began
     * @param outcome what its evidence says
     * @param asked when the last of its calls was answered
     */
    public record Condemnation(String key, Instant since, String outcome, Instant asked) {}

    /**
     * That a key works.
     *
     * @param checkedAt when the check that showed it began
     * @param asked when the last of its calls was answered
     */
    public record Acquittal(String key, Instant checkedAt, Instant asked) {}

    /**
     * A reason for which a cluster was asked to stop.
     *
     * @param key empty where it is no key
     * @param since when the check that settled it began, where it is a key
     * @param kind {@code KEY} or another
     */
    public record Stop(String clusterId, String kind, String key, Instant since) {}
}
