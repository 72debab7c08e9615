package io.keyward.validation.alert.rules;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Certainty;
import io.keyward.validation.alert.condition.Content;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the alerts that there are with those that are wanted. Planning again after the steps were taken finds nothing to do.
 *
 * <pre>
 *              delay                        condition ended
 *  Track ──► TRACKING ──Start──► OPEN ──────────Close──► CLOSED
 *               │                 ▲ └───────────Cancel─► CANCELLED   nobody asks for it any more
 *               └─Forget          └── Open (no delay)
 * </pre>
 */
public final class AlertPlanner {
    private AlertPlanner() {}

    /**
     * What has to be done so that there is an alert for each that is wanted, and none besides. Ending comes first.
     *
     * @param conditions all that hold, whether anybody asks for them or not
     */
    public static List<Step> plan(List<LiveAlert> live, List<Wanted> wanted, List<Condition> conditions, Instant now) {
        Map<Key, LiveAlert> byKey = new LinkedHashMap<>();
        live.forEach(alert -> byKey.put(new Key(alert.configurationId(), alert.type(), alert.subjectId()), alert));
        Map<Key, Wanted> wantedByKey = new LinkedHashMap<>();
        wanted.forEach(want -> wantedByKey.put(Key.of(want), want));
        var endings = byKey.entrySet().stream()
                .filter(entry -> !wantedByKey.containsKey(entry.getKey()))
                .map(entry -> ending(entry.getValue(), conditions));
        var others = wantedByKey.entrySet().stream()
                .flatMap(entry -> step(entry.getValue(), Optional.ofNullable(byKey.get(entry.getKey())), now).stream());
        return Stream.concat(endings, others).toList();
    }

    private static Step ending(LiveAlert alert, List<Condition> conditions) {
        if (alert.tracking()) {
            return new Step.Forget(alert.id());
        }
        boolean goesOn = conditions.stream()
                .filter(condition -> condition.isAbout(alert.type(), alert.subjectId()))
                .anyMatch(condition -> !condition.hasBegunAnewSince(alert.content()));
        return goesOn ? new Step.Cancel(alert.id()) : new Step.Close(alert.id());
    }

    private static Optional<Step> step(Wanted wanted, Optional<LiveAlert> live, Instant now) {
        var condition = wanted.condition();
        if (condition.certainty() == Certainty.NOT_SEEN_TO_END) {
            return Optional.empty();
        }
        boolean isDue = !now.isBefore(wanted.opensAt());
        if (live.isEmpty()) {
            return Optional.of(isDue ? new Step.Open(wanted) : new Step.Track(wanted));
        }
        var alert = live.get();
        var content = condition.content();
        if (alert.tracking()) {
            return isDue ? Optional.of(new Step.Start(alert.id(), content)) : Optional.empty();
        }
        return content.saysTheSameAs(alert.content())
                ? Optional.empty()
                : Optional.of(new Step.Update(alert.id(), content.orFrom(alert.content())));
    }

    /**
     * An alert that has not ended.
     *
     * @param tracking whether its condition has not lasted long enough yet
     */
    public record LiveAlert(
            String id, String configurationId, AlertType type, String subjectId, boolean tracking, Content content) {}

    /** Something to do about a project's alerts. */
    public sealed interface Step {

        /** Remember a condition that has not lasted long enough yet. */
        record Track(Wanted wanted) implements Step {}

        /** Open an alert for a condition that has none. */
        record Open(Wanted wanted) implements Step {}

        /** What was tracked has lasted long enough. */
        record Start(String alertId, Content content) implements Step {}

        /** The condition of an open alert concerns other clusters, or holds for another reason. */
        record Update(String alertId, Content content) implements Step {}

        /** The condition of an open alert has ended. */
        record Close(String alertId) implements Step {}

        /** The condition of an open alert goes on, and nobody asks for it any more. */
        record Cancel(String alertId) implements Step {}

        /** What was tracked came to nothing; nobody was told. */
        record Forget(String alertId) implements Step {}
    }

    private record Key(String configurationId, AlertType type, String subjectId) {

        static Key of(Wanted wanted) {
            return new Key(
                    wanted.configurationId(),
                    wanted.condition().type(),
                    wanted.condition().subject().id());
        }
    }
}
