package io.keyward.driver.plan;

import io.keyward.driver.plan.Step.Observed;
import io.keyward.driver.plan.Wish.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares what is wanted of a cluster with what is seen of it. Level-triggered: a crash anywhere, and the same question gets what is left of the answer.
 * A cluster may be several resources; it is stopped when all of them are, and runs when all of them do.
 */
public final class PausePlanner {
    private PausePlanner() {}

    /**
     * @param resources all that carry the cluster's label
     * @param busy backups and restores of theirs that are under way, for people; looked for only while a stop is awaited
     */
    public static List<Step> plan(Wish wish, List<Resource> resources, List<String> busy) {
        return switch (wish.want()) {
            case STOP, STAY_STOPPED -> resources.isEmpty() ? unknown(wish) : stop(wish, resources, busy);
            case START -> resources.isEmpty() ? unknown(wish) : run(wish, resources);
            case STAY_RUNNING -> run(wish, resources);
            case NOTHING -> List.of();
        };
    }

    /** Whether a stop is awaited that a backup may hold up. */
    public static boolean awaitsStop(Wish wish, List<Resource> resources) {
        boolean down = wish.want() == Want.STOP || wish.want() == Want.STAY_STOPPED;
        return down && !resources.stream().allMatch(Resource::isStopped);
    }

    private static List<Step> unknown(Wish wish) {
        return List.of(new Step.Unknown(wish));
    }

    /** Paused at once, whatever runs: the operator itself waits for a backup, and stops the cluster when it is over. */
    private static List<Step> stop(Wish wish, List<Resource> resources, List<String> busy) {
        var steps = new ArrayList<Step>();
        resources.stream()
                .filter(resource -> !resource.pause())
                .forEach(resource -> steps.add(new Step.Pause(resource, wish.requestRevision())));
        if (resources.stream().allMatch(Resource::isStopped)) {
            if (wish.want() == Want.STOP) {
                steps.add(new Step.Report(wish, Observed.STOPPED, foreign(resources)));
            }
        } else if (!busy.isEmpty()) {
            steps.add(new Step.Report(wish, Observed.DEFERRED, "deferred by backup: " + String.join(", ", busy)));
        } else if (wish.want() == Want.STAY_STOPPED && !steps.isEmpty()) {
            steps.add(new Step.Report(wish, Observed.RUNNING, "somebody resumed it; it is being paused again"));
        }
        return steps;
    }

    private static List<Step> run(Wish wish, List<Resource> resources) {
        var steps = new ArrayList<Step>();
        resources.stream()
                .filter(Resource::ours)
                .forEach(resource ->
                        steps.add(resource.pause() ? new Step.Resume(resource) : new Step.Forget(resource)));
        String foreign = foreign(resources);
        if (!foreign.isEmpty()) {
            steps.add(new Step.Report(wish, Observed.STOPPED, foreign));
        } else if (wish.want() == Want.START && resources.stream().allMatch(Resource::isRunning)) {
            steps.add(new Step.Report(wish, Observed.RUNNING, ""));
        }
        return steps;
    }

    private static String foreign(List<Resource> resources) {
        String names = resources.stream()
                .filter(resource -> resource.pause() && !resource.ours())
                .map(Resource::path)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "paused by somebody else, who has to resume it: " + names;
    }
}
