package io.keyward.validation.drill;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.notification.AudienceRules;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.delivery.Destinations;
import io.keyward.validation.alert.notification.form.Forms;
import io.keyward.validation.alert.notification.form.MailForm;
import io.keyward.validation.drill.DrillRules.ClusterStep;
import io.keyward.validation.drill.DrillView.ClusterView;
import io.keyward.validation.drill.DrillView.KeyView;
import io.keyward.validation.drill.DrillView.NoticeView;
import io.keyward.validation.drill.DrillView.RecoveryView;
import io.keyward.validation.enforcement.plan.StopReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A drill as people are told of it. */
final class DrillWords {
    /** Nothing is delivered, and so it has no id. */
    private static final String DELIVERY = "drill";

    private DrillWords() {}

    static DrillView view(DrillPlan plan, String cloudProvider, String reason) {
        var project = plan.project();
        return new DrillView(
                true,
                summary(plan),
                cloudProvider,
                reason,
                plan.at(),
                plan.heldBy(),
                plan.condemnations().stream().map(it -> key(it, project)).toList(),
                plan.downs().stream().map(step -> down(step, plan)).toList(),
                notices(plan, alert -> alert.opened(project.projectName())),
                recovery(plan));
    }

    private static String summary(DrillPlan plan) {
        long stops = plan.downs().stream().filter(ClusterStep::stops).count();
        long spared = plan.downs().stream().filter(step -> isSpared(step, plan)).count();
        var held = plan.heldBy().isEmpty() ? "" : " Held back by: " + String.join(", ", plan.heldBy()) + ".";
        return "A drill: nothing was written, sent, called or stopped. %s would stop, %s would be spared, and %s would be told.%s"
                .formatted(
                        count(stops, "cluster"),
                        count(spared, "cluster"),
                        count(plan.alerts().size(), "alert"),
                        held);
    }

    private static KeyView key(Condemnation condemnation, DrillFacts project) {
        var evidence = condemnation.answer().evidence();
        long noticed = project.interval().toSeconds();
        long takes = condemnation.takes().toSeconds();
        return new KeyView(
                condemnation.checks(),
                condemnation.isOld() ? 0 : noticed + takes,
                takes,
                evidence.explanation(),
                project.hinted(),
                condemnation.use().key(),
                condemnation.use().id(),
                noticed,
                condemnation.use().region(),
                evidence.remedy());
    }

    private static ClusterView down(ClusterStep step, DrillPlan plan) {
        if (step.stops()) {
            return view(step, "STOPS", reasons(step.after().reasons().stream()));
        }
        if (isSpared(step, plan)) {
            return view(step, "SPARED", "Held back by " + String.join(", ", plan.heldBy()) + ".");
        }
        if (!step.after().reasons().isEmpty()) {
            return view(step, "STAYS_STOPPED", reasons(step.after().reasons().stream()));
        }
        return view(step, "RUNS_ON", "None of its data is under the key in a region where it is taken away.");
    }

    /** Whether it would be stopped, but for what holds the stops back. */
    private static boolean isSpared(ClusterStep step, DrillPlan plan) {
        boolean usesIt = plan.condemnations().stream()
                .anyMatch(it -> step.before().keyUseIds().contains(it.use().id()));
        return usesIt
                && !step.stops()
                && step.after().reasons().isEmpty()
                && !plan.heldBy().isEmpty();
    }

    private static RecoveryView recovery(DrillPlan plan) {
        var project = plan.project();
        return new RecoveryView(
                1,
                plan.ups().stream().map(DrillWords::up).toList(),
                "One check that the key passes is enough: at once on \"Try Again\" (POST /api/keyward/v1/groups/"
                        + project.groupId()
                        + "/keyChecks), else at the next scheduled check. Clusters that the key stopped start by"
                        + " themselves.",
                notices(
                        plan,
                        alert -> DrillNoticeRules.recovered(alert, project.projectName(), plan.recovered(), plan.at())),
                project.interval().toSeconds());
    }

    private static ClusterView up(ClusterStep step) {
        if (step.resumes()) {
            return view(step, "RESUMES", "Nothing holds it any more.");
        }
        return step.after().reasons().isEmpty()
                ? view(step, "RUNS_ON", "It was not stopped.")
                : view(step, "STAYS_STOPPED", reasons(step.after().reasons().stream()));
    }

    private static List<NoticeView> notices(DrillPlan plan, Function<DrillNoticeRules.Supposed, Notice> said) {
        return plan.alerts().stream()
                .flatMap(alert -> AudienceRules.of(
                                alert.configuration().content().notifications())
                        .stream()
                        .map(audience -> notice(alert, audience, said.apply(alert), plan.at())))
                .toList();
    }

    private static NoticeView notice(
            DrillNoticeRules.Supposed alert, AudienceRules.Audience audience, Notice notice, Instant at) {
        var mail = MailForm.of(notice);
        var post = Optional.ofNullable(audience.channel()).flatMap(Destinations::shown);
        return new NoticeView(
                alert.configuration().id(),
                audience.type().name(),
                audience.delayMin(),
                notice.type(),
                recipients(audience),
                mail.subject(),
                post.map(to -> Forms.body(to, notice, DELIVERY, at)).orElseGet(mail::body));
    }

    private static List<String> recipients(AudienceRules.Audience audience) {
        var people = Stream.concat(audience.roles().stream(), audience.addresses().stream());
        var place = Optional.ofNullable(audience.channel()).flatMap(Channel::recipient).stream();
        return Stream.concat(people, place).toList();
    }

    private static ClusterView view(ClusterStep step, String outcome, String explanation) {
        return new ClusterView(step.before().id(), explanation, step.before().name(), outcome);
    }

    private static String reasons(Stream<StopReason> reasons) {
        return reasons.map(StopReason::explanation).distinct().collect(Collectors.joining(" "));
    }

    private static String count(long number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }
}
