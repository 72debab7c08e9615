package io.keyward.validation.alert.rules;

import io.keyward.validation.alert.rules.Condition.Certainty;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the alerts that are open with the conditions that hold. Planning again after the steps were taken finds nothing to do. */
public final class AlertPlanner {
    private AlertPlanner() {}

    /** What has to be done so that there is an open alert for each condition, and none besides. Closing comes first. */
    public static List<Step> plan(List<OpenAlert> open, List<Condition> conditions) {
        Map<Key, OpenAlert> byKey = new LinkedHashMap<>();
        open.forEach(alert -> byKey.put(new Key(alert.type(), alert.subjectId()), alert));
        Set<Key> present = new HashSet<>();
        conditions.forEach(condition -> present.add(Key.of(condition)));
        var closing = byKey.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .map(entry -> (Step) new Step.Close(entry.getValue().id()));
        var others = conditions.stream()
                .flatMap(condition -> step(condition, Optional.ofNullable(byKey.get(Key.of(condition)))).stream());
        return Stream.concat(closing, others).toList();
    }

    private static Optional<Step> step(Condition condition, Optional<OpenAlert> open) {
        if (condition.certainty() == Certainty.NOT_SEEN_TO_END) {
            return Optional.empty();
        }
        if (open.isEmpty()) {
            return Optional.of(new Step.Open(condition));
        }
        return open.filter(alert -> !condition.content().saysTheSameAs(alert.content()))
                .map(alert -> new Step.Update(alert.id(), condition.content().orFrom(alert.content())));
    }

    /** An alert that is open. */
    public record OpenAlert(String id, AlertType type, String subjectId, Content content) {}

    /** Something to do about a project's alerts. */
    public sealed interface Step {

        /** Open an alert for a condition that has none. */
        record Open(Condition condition) implements Step {}

        /** The condition of an open alert concerns other clusters, or holds for another reason. */
        record Update(String alertId, Content content) implements Step {}

        /** The condition of an open alert has ended. */
        record Close(String alertId) implements Step {}
    }

    private record Key(AlertType type, String subjectId) {

        static Key of(Condition condition) {
            return new Key(condition.type(), condition.subject().id());
        }
    }
}
