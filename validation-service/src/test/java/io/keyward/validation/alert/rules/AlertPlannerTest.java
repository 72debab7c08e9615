package io.keyward.validation.alert.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Certainty;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.condition.Subject.Kind;
import io.keyward.validation.alert.rules.AlertPlanner.LiveAlert;
import io.keyward.validation.alert.rules.AlertPlanner.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("N4")
class AlertPlannerTest {
    private static final AlertType TYPE = AlertType.AWS_ENCRYPTION_KEY_INVALID;
    private static final String ASKING = "configuration";
    private static final Instant NOW = Facts.SINCE;
    private static final Content SAYS_A = content("A", "Do this.");
    private static final Content SAYS_B = content("B", null);

    /** What the alert said of its clock, what is so now, and how the alert ends that nobody wants any more. */
    @Rule({"N1", "V9"})
    @ParameterizedTest
    @CsvSource({
        "AGE, 0, 0, Cancel",
        "AGE, 0, 1, Close",
        "DEADLINE, 100, 100, Cancel",
        "DEADLINE, 100, 99, Cancel",
        "DEADLINE, 100, 101, Close"
    })
    void whatHasBegunAnewIsOverAndWhatIsNotAskedForIsCancelled(String clock, int before, int after, String expected) {
        boolean ages = clock.equals("AGE");
        var content = content("A", null).since(NOW.plusSeconds(ages ? before : 0));
        var said = ages ? content : until(content, NOW.plusSeconds(before));
        var is = ages ? content : until(content, NOW.plusSeconds(after));
        var condition = new Condition(
                TYPE, subject("k"), Certainty.HOLDS, is, ages ? new Condition.Age(NOW.plusSeconds(after), null) : null);

        var steps = AlertPlanner.plan(List.of(alert("a1", "k", false, said)), List.of(), List.of(condition), NOW);

        assertThat(steps)
                .singleElement()
                .satisfies(step -> assertThat(step.getClass().getSimpleName()).isEqualTo(expected));
    }

    private static Content until(Content content, Instant deadline) {
        return new Content(
                content.reason(),
                content.explanation(),
                content.remedy(),
                content.since(),
                content.clusters(),
                content.calls(),
                deadline);
    }

    /** All that can be: what there is, what holds, whether it is asked for and when, and the one step that follows. */
    @ParameterizedTest
    @CsvSource({
        "none, none, none, none",
        "none, HOLDS, unasked, none",
        "none, HOLDS, now, Open",
        "none, HOLDS, later, Track",
        "none, NOT_SEEN_TO_END, now, none",
        "none, NOT_SEEN_TO_END, later, none",
        "same, none, none, Close",
        "same, HOLDS, unasked, Cancel",
        "same, HOLDS, now, none",
        "same, HOLDS, later, none",
        "same, NOT_SEEN_TO_END, unasked, Cancel",
        "same, NOT_SEEN_TO_END, now, none",
        "other, none, none, Close",
        "other, HOLDS, unasked, Cancel",
        "other, HOLDS, now, Update",
        "other, NOT_SEEN_TO_END, now, none",
        "tracked, none, none, Forget",
        "tracked, HOLDS, unasked, Forget",
        "tracked, HOLDS, now, Start",
        "tracked, HOLDS, later, none",
        "tracked, NOT_SEEN_TO_END, now, none"
    })
    void thereIsAnAlertForWhatHoldsAndIsAskedForAndNoneBesides(
            String live, String holding, String asked, String expected) {
        var alerts =
                switch (live) {
                    case "same" -> List.of(alert("a1", "k", false, SAYS_A));
                    case "other" -> List.of(alert("a1", "k", false, SAYS_B));
                    case "tracked" -> List.of(alert("a1", "k", true, SAYS_A));
                    default -> List.<LiveAlert>of();
                };
        var conditions = holding.equals("none")
                ? List.<Condition>of()
                : List.of(condition("k", Certainty.valueOf(holding), SAYS_A));
        var wanted = asked.equals("now") || asked.equals("later")
                ? conditions.stream()
                        .map(condition -> new Wanted(ASKING, condition, asked.equals("now") ? NOW : NOW.plusSeconds(1)))
                        .toList()
                : List.<Wanted>of();

        assertThat(AlertPlanner.plan(alerts, wanted, conditions, NOW))
                .extracting(step -> step.getClass().getSimpleName())
                .isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void otherSubjectsTypesAndConfigurationsAreOtherAlerts() {
        var live = List.of(alert("a1", "k1", false, SAYS_A));
        var wanted = List.of(
                wanted(ASKING, condition("k2", Certainty.HOLDS, SAYS_A)),
                wanted("another", condition("k2", Certainty.HOLDS, SAYS_A)),
                wanted(
                        ASKING,
                        Condition.holds(
                                AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, subject("k1"), SAYS_A)));

        assertThat(plan(live, wanted))
                .containsExactly(
                        new Step.Close("a1"),
                        new Step.Open(wanted.get(0)),
                        new Step.Open(wanted.get(1)),
                        new Step.Open(wanted.get(2)));
    }

    @Test
    void otherClustersAreNewsOtherWordsAreNot() {
        var live = List.of(alert("a1", "k", false, SAYS_A));
        var words = new Content("A", "In other words.", null, Facts.SINCE, List.of(), List.of());
        var clusters =
                new Content("A", "It is so.", null, Facts.SINCE, List.of(new AffectedCluster("c", "c")), List.of());

        assertThat(plan(live, List.of(wanted(ASKING, condition("k", Certainty.HOLDS, words)))))
                .isEmpty();
        assertThat(plan(live, List.of(wanted(ASKING, condition("k", Certainty.HOLDS, clusters)))))
                .singleElement()
                .isInstanceOfSatisfying(Step.Update.class, update -> {
                    assertThat(update.content().clusters()).hasSize(1);
                    assertThat(update.content().remedy()).isEqualTo("Do this.");
                });
    }

    @Test
    void planningAgainFindsNothingToDo() {
        var wanted = Stream.of("k1", "k2")
                .map(id -> wanted(ASKING, condition(id, Certainty.HOLDS, SAYS_A)))
                .toList();
        var opened = plan(List.of(), wanted).stream()
                .map(Step.Open.class::cast)
                .map(step -> step.wanted().condition())
                .map(condition -> alert(
                        "a" + condition.subject().id(), condition.subject().id(), false, condition.content()))
                .toList();

        assertThat(plan(opened, wanted)).isEmpty();
    }

    private static List<Step> plan(List<LiveAlert> live, List<Wanted> wanted) {
        return AlertPlanner.plan(
                live, wanted, wanted.stream().map(Wanted::condition).toList(), NOW);
    }

    private static LiveAlert alert(String id, String subjectId, boolean tracking, Content content) {
        return new LiveAlert(id, ASKING, TYPE, subjectId, tracking, content);
    }

    private static Wanted wanted(String configurationId, Condition condition) {
        return new Wanted(configurationId, condition, NOW);
    }

    private static Condition condition(String subjectId, Certainty certainty, Content content) {
        return new Condition(TYPE, subject(subjectId), certainty, content, null);
    }

    private static Subject subject(String id) {
        return new Subject(Kind.KEY_USE, id, "arn", "us-east-1");
    }

    private static Content content(String reason, String remedy) {
        return new Content(reason, "It is so.", remedy, Facts.SINCE, List.of(), List.of());
    }
}
