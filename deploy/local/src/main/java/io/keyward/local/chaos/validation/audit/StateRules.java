package io.keyward.local.chaos.validation.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** At rest every cluster is as the true history of its key, and the wish of its people, demand. Pure. */
public final class StateRules {
    private StateRules() {}

    /**
     * A project as it should be.
     *
     * @param keyAway whether its key is taken away
     * @param clusters those that are wanted, and whether a person has paused them
     */
    public record Project(String groupId, boolean keyAway, Map<String, Boolean> clusters) {}

    /**
     * A cluster as it is.
     *
     * @param stateName as the API spells it
     * @param paused as the API shows it
     * @param actual what it really does
     */
    public record Found(String name, String stateName, boolean paused, String actual) {}

    /** What is wrong with the project's clusters. */
    public static List<String> audit(Project project, List<Found> found) {
        Set<String> names = new TreeSet<>(project.clusters().keySet());
        found.forEach(cluster -> names.add(cluster.name()));
        return names.stream()
                .flatMap(name -> compare(project, name, found).map(finding -> project.groupId() + ", " + finding))
                .toList();
    }

    private static Stream<String> compare(Project project, String name, List<Found> found) {
        List<Found> there =
                found.stream().filter(cluster -> cluster.name().equals(name)).toList();
        Boolean pausedByHand = project.clusters().get(name);
        if (pausedByHand == null) {
            return Stream.of(name + ": nobody wants it, and it is there: " + there);
        }
        if (there.isEmpty()) {
            return Stream.of(name + ": it is wanted, and not there");
        }
        boolean down = project.keyAway() || pausedByHand;
        return Stream.of(there.getFirst())
                .filter(cluster -> !isAsWanted(cluster, down))
                .map(cluster -> "%s: it should be %s (key %s, %s): %s"
                        .formatted(
                                name,
                                down ? "stopped" : "running",
                                project.keyAway() ? "taken away" : "there",
                                pausedByHand ? "paused by hand" : "not paused",
                                cluster));
    }

    private static boolean isAsWanted(Found cluster, boolean down) {
        return cluster.stateName().equals("IDLE")
                && cluster.paused() == down
                && cluster.actual().equals(down ? "STOPPED" : "RUNNING");
    }
}
