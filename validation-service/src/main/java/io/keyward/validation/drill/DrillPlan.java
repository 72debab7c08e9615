package io.keyward.validation.drill;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.keyward.validation.alert.rules.ProjectFacts;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.check.ReportedEvidence;
import io.keyward.validation.drill.DrillNoticeRules.Supposed;
import io.keyward.validation.drill.DrillRules.ClusterStep;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.ClusterSituation;
import io.keyward.validation.enforcement.plan.Mode;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.ConfirmationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A drill from end to end: the keys are condemned, the clusters compared, the alerts matched, and then all of it again with the keys back.
 *
 * @param condemnations of the keys that are taken away
 * @param downs what becomes of each cluster
 * @param alerts that open
 * @param ups what becomes of each cluster once the keys are back
 * @param recovered the project's facts then
 */
record DrillPlan(
        DrillFacts project,
        List<Condemnation> condemnations,
        List<ClusterStep> downs,
        List<Supposed> alerts,
        List<ClusterStep> ups,
        ProjectFacts recovered,
        Instant at) {

    /**
     * @param condemnations of the keys that are taken away; at least one
     * @param now when the first of the checks is supposed to be made
     */
    static DrillPlan of(DrillFacts project, List<Condemnation> condemnations, Policies policies, Instant now) {
        var at = now.plus(longest(condemnations));
        var after = project.heldByGuard() ? project.keyUses() : condemned(project.keyUses(), condemnations);
        var downs = steps(project.clusters(), after, project);
        var before = facts(
                project,
                project.keyUses(),
                project.clusters().stream().map(ClusterSituation::facts).toList(),
                Map.of());
        var during = facts(project, after, afters(downs), byId(project.heldByGuard() ? List.of() : condemnations));
        var alerts = DrillNoticeRules.alerts(project, before, during, policies.alerts(), at);
        var back = after.stream()
                .map(use -> isOf(use, condemnations) ? DrillRules.recover(use, policies.confirmation(), at) : use)
                .toList();
        var ups = steps(stopped(project.clusters(), downs), back, project);
        return new DrillPlan(
                project, condemnations, downs, alerts, ups, facts(project, back, afters(ups), Map.of()), at);
    }

    /** What would hold the stops back. */
    Set<String> heldBy() {
        var held = new LinkedHashSet<String>();
        if (project.restraint().mode() == Mode.OBSERVE) {
            held.add("OBSERVE_MODE");
        }
        if (project.restraint().frozen()) {
            held.add("FREEZE");
        }
        if (project.heldByGuard()) {
            held.add("GUARD");
        }
        return held;
    }

    private static Duration longest(List<Condemnation> condemnations) {
        return condemnations.stream()
                .map(Condemnation::takes)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static List<KeyUse> condemned(List<KeyUse> uses, List<Condemnation> condemnations) {
        var byId = byId(condemnations);
        return uses.stream()
                .map(use -> {
                    var condemnation = byId.get(use.id());
                    return condemnation == null ? use : condemnation.condemned();
                })
                .toList();
    }

    private static boolean isOf(KeyUse use, List<Condemnation> condemnations) {
        return condemnations.stream().anyMatch(it -> it.use().id().equals(use.id()));
    }

    private static Map<String, Condemnation> byId(List<Condemnation> condemnations) {
        return condemnations.stream().collect(Collectors.toMap(it -> it.use().id(), Function.identity()));
    }

    private static List<ClusterStep> steps(List<ClusterSituation> clusters, List<KeyUse> uses, DrillFacts project) {
        return clusters.stream()
                .map(cluster -> DrillRules.step(cluster, uses, project.restraint()))
                .toList();
    }

    private static List<ClusterFacts> afters(List<ClusterStep> steps) {
        return steps.stream().map(ClusterStep::after).toList();
    }

    private static List<ClusterSituation> stopped(List<ClusterSituation> clusters, List<ClusterStep> downs) {
        var byId = downs.stream().collect(Collectors.toMap(step -> step.before().id(), ClusterStep::after));
        return clusters.stream()
                .map(cluster -> new ClusterSituation(
                        byId.getOrDefault(cluster.facts().id(), cluster.facts()), cluster.wrapping()))
                .toList();
    }

    private static ProjectFacts facts(
            DrillFacts project,
            List<KeyUse> uses,
            List<ClusterFacts> clusters,
            Map<String, Condemnation> condemnations) {
        var keys = uses.stream()
                .map(use -> new KeyFacts(use, evidence(condemnations.get(use.id()))))
                .toList();
        return new ProjectFacts(keys, clusters, project.endpoints(), List.of());
    }

    private static @Nullable Evidence evidence(@Nullable Condemnation condemnation) {
        return condemnation == null ? null : ReportedEvidence.of(condemnation.answer());
    }

    /** By what is judged. */
    record Policies(ConfirmationPolicy confirmation, AlertPolicy alerts) {}
}
