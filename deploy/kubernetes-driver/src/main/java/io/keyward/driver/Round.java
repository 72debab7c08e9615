package io.keyward.driver;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.keyward.driver.keyward.Reports;
import io.keyward.driver.keyward.Wishes;
import io.keyward.driver.percona.PerconaClusters;
import io.keyward.driver.plan.PausePlanner;
import io.keyward.driver.plan.Resource;
import io.keyward.driver.plan.Step;
import io.keyward.driver.plan.Wish;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One look at everything, again and again. A cluster that fails holds no other up and is tried again in the next round; while the API server does not
 * answer, nothing is known, and nothing is reported.
 */
final class Round {
    private static final System.Logger LOG = System.getLogger(Round.class.getName());
    /** What was told is told again after this, for as long as it is asked about: Keyward may have been restored from a backup. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Wishes wishes;
    private final PerconaClusters clusters;
    private final Reports reports;
    private final InstantSource clock;
    private final Map<String, Told> told = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();

    Round(Wishes wishes, PerconaClusters clusters, Reports reports, InstantSource clock) {
        this.wishes = wishes;
        this.clusters = clusters;
        this.reports = reports;
        this.clock = clock;
    }

    /** Returns whether all went well: nothing failed, and no cluster that is asked about is unknown. */
    boolean run() throws InterruptedException {
        Map<String, List<Resource>> resources;
        try {
            resources = clusters.all().stream().collect(Collectors.groupingBy(Resource::clusterId));
        } catch (KubernetesClientException e) {
            say("", "Kubernetes cannot be asked about clusters: " + why(e));
            return false;
        }
        say("", "");
        boolean well = true;
        for (Wish wish : wishes.all()) {
            well &= go(wish, resources.getOrDefault(wish.clusterId(), List.of()));
        }
        return well;
    }

    private boolean go(Wish wish, List<Resource> resources) throws InterruptedException {
        String problem = "";
        // First what can be done without knowing of backups: a stop does not wait for that. One resource that cannot be
        // paused holds up no other.
        for (Step step : PausePlanner.plan(wish, resources, List.of())) {
            String failed = step instanceof Step.Report ? "" : attempt(step);
            problem = problem.isEmpty() ? failed : problem;
        }
        if (problem.isEmpty()) {
            problem = report(wish, resources);
        }
        say(wish.clusterId(), problem);
        return problem.isEmpty();
    }

    /** Returns what is wrong, or nothing. */
    private String attempt(Step step) {
        try {
            return act(step);
        } catch (KubernetesClientException e) {
            return "Kubernetes refused, it is tried again: " + why(e);
        }
    }

    /** Returns what is wrong, or nothing. */
    private String report(Wish wish, List<Resource> resources) throws InterruptedException {
        try {
            List<String> busy = PausePlanner.awaitsStop(wish, resources) ? clusters.busy(resources) : List.of();
            for (Step step : PausePlanner.plan(wish, resources, busy)) {
                if (step instanceof Step.Report report) {
                    tell(report);
                }
            }
            return "";
        } catch (KubernetesClientException e) {
            return "Kubernetes cannot be asked about backups, it is tried again: " + why(e);
        } catch (IOException e) {
            return "Keyward was not told, it is tried again: " + e.getMessage();
        }
    }

    /** Returns what is wrong, or nothing. */
    private String act(Step step) {
        switch (step) {
            case Step.Pause pause -> clusters.pause(pause.resource(), pause.requestRevision());
            case Step.Resume resume -> clusters.resume(resume.resource());
            case Step.Forget forget -> clusters.forget(forget.resource());
            case Step.Report report -> throw new IllegalArgumentException("told, not done: " + report);
            case Step.Unknown unknown -> {
                return "asked to " + unknown.wish().want() + ", and no PerconaServerMongoDB has the label "
                        + PerconaClusters.CLUSTER_ID + "=" + unknown.wish().clusterId();
            }
        }
        return "";
    }

    private void tell(Step.Report report) throws IOException, InterruptedException {
        var now = new Told(report.wish().requestRevision(), report.state(), report.message(), clock.instant());
        var before = told.get(report.wish().clusterId());
        if (before == null || !before.saysTheSame(now)) {
            reports.tell(report);
            told.put(report.wish().clusterId(), now);
        }
    }

    /** Once per change: an outage is not a line each round. */
    private void say(String clusterId, String problem) {
        String before = said.put(clusterId, problem);
        if (!problem.isEmpty() && !problem.equals(before)) {
            LOG.log(System.Logger.Level.WARNING, "clusterId={0} {1}", clusterId, problem);
        }
    }

    /** Never what the server said in words: it may quote the object. */
    private static String why(KubernetesClientException e) {
        return switch (e.getCode()) {
            case 0 -> "the API server does not answer";
            case 401 -> "401, our credential is not accepted";
            case 403 -> "403, the driver's role does not allow it";
            case 404 -> "404, it is gone, or Percona's operator is not installed";
            case 409 -> "409, somebody else changed it at the same moment";
            default -> Integer.toString(e.getCode());
        };
    }

    private record Told(long requestRevision, Step.Observed state, String message, Instant at) {
        boolean saysTheSame(Told later) {
            return requestRevision == later.requestRevision
                    && state == later.state
                    && message.equals(later.message)
                    && later.at.isBefore(at.plus(AGAIN));
        }
    }
}
