package io.keyward.validation.drill;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.MatchRules;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.NoticeRules;
import io.keyward.validation.alert.rules.AlertPlanner;
import io.keyward.validation.alert.rules.AlertPlanner.Step;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.keyward.validation.alert.rules.AlertRules;
import io.keyward.validation.alert.rules.ProjectFacts;
import io.keyward.validation.alert.rules.RecoveryRules;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.keyward.validation.alert.rules.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets the rules of alerts and of notices run on what is only supposed. */
final class DrillNoticeRules {
    /** There is no alert, and so it has no id. */
    private static final String NO_ALERT = "000000000000000000000000";

    private DrillNoticeRules() {}

    /**
     * An alert that would open.
     *
     * @param configuration that asks for it
     */
    record Supposed(Alert alert, AlertConfiguration configuration) {

        Notice opened(String project) {
            return NoticeRules.opened(alert, project, configuration.content().severity());
        }
    }

    /** The alerts that would open if the project's facts went from {@code before} to {@code after}. */
    static List<Supposed> alerts(
            DrillFacts project, ProjectFacts before, ProjectFacts after, AlertPolicy policy, Instant at) {
        var known = MatchRules.match(project.configurations(), AlertRules.conditions(before, policy, at), at)
                .wanted();
        var conditions = AlertRules.conditions(after, policy, at);
        var news = MatchRules.match(project.configurations(), conditions, at).wanted().stream()
                .filter(wanted -> known.stream().noneMatch(other -> isTheSame(wanted, other)))
                .toList();
        return AlertPlanner.plan(List.of(), news, conditions, at).stream()
                .flatMap(step -> begun(step).stream())
                .flatMap(wanted -> supposed(project, wanted, at).stream())
                .toList();
    }

    /** What would be told when the project's facts were as {@code after}, and the alert over. */
    static Notice recovered(Supposed opened, String project, ProjectFacts after, Instant at) {
        var alert = opened.alert();
        var ending = RecoveryRules.ending(alert.type(), alert.subject().id(), after);
        List<Fate> fates = alert.type().stopsClusters()
                ? RecoveryRules.fates(alert.content().clusters(), after.clusters())
                        .orElse(List.of())
                : List.of();
        var over = new Alert(
                alert.id(),
                alert.groupId(),
                alert.configurationId(),
                alert.type(),
                alert.subject(),
                alert.content(),
                Alert.Status.CLOSED,
                alert.createdAt(),
                at,
                at,
                ending,
                null,
                null,
                alert.revision());
        return NoticeRules.recovered(
                over, project, opened.configuration().content().severity(), fates);
    }

    private static boolean isTheSame(Wanted wanted, Wanted other) {
        return wanted.configurationId().equals(other.configurationId())
                && wanted.condition().type() == other.condition().type()
                && wanted.condition()
                        .subject()
                        .id()
                        .equals(other.condition().subject().id());
    }

    private static Optional<Wanted> begun(Step step) {
        return switch (step) {
            case Step.Open open -> Optional.of(open.wanted());
            case Step.Track track -> Optional.of(track.wanted());
            case Step.Start ignored -> Optional.empty();
            case Step.Update ignored -> Optional.empty();
            case Step.Close ignored -> Optional.empty();
            case Step.Cancel ignored -> Optional.empty();
            case Step.Forget ignored -> Optional.empty();
        };
    }

    private static Optional<Supposed> supposed(DrillFacts project, Wanted wanted, Instant at) {
        return project.configurations().stream()
                .filter(configuration -> configuration.id().equals(wanted.configurationId()))
                .findFirst()
                .map(configuration -> new Supposed(alert(project, wanted, at), configuration));
    }

    private static Alert alert(DrillFacts project, Wanted wanted, Instant at) {
        var condition = wanted.condition();
        return new Alert(
                NO_ALERT,
                project.groupId(),
                wanted.configurationId(),
                condition.type(),
                condition.subject(),
                condition.content(),
                Alert.Status.OPEN,
                at,
                at,
                null,
                null,
                null,
                null,
                0);
    }
}
