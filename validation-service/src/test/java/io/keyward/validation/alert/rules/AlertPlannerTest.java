package io.keyward.validation.alert.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.validation.alert.rules.AlertPlanner.OpenAlert;
import io.keyward.validation.alert.rules.AlertPlanner.Step;
import io.keyward.validation.alert.rules.Condition.Certainty;
import io.keyward.validation.alert.rules.Content.AffectedCluster;
import io.keyward.validation.alert.rules.Subject.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPlannerTest {
    private static final AlertType TYPE = AlertType.AWS_ENCRYPTION_KEY_INVALID;
    private static final Content SAYS_A = content("A", "Do this.");
    private static final Content SAYS_B = content("B", null);

    /** All that can be: what is open, what holds, and the one step that follows. */
    @ParameterizedTest
    @CsvSource({
        "none, none, none",
        "none, HOLDS, Open",
        "none, NOT_SEEN_TO_END, none",
        "same, none, Close",
        "same, HOLDS, none",
        "same, NOT_SEEN_TO_END, none",
        "other, none, Close",
        "other, HOLDS, Update",
        "other, NOT_SEEN_TO_END, none"
    })
    void thereIsAnOpenAlertForWhatHoldsAndNoneBesides(String open, String holding, String expected) {
        var alerts =
                switch (open) {
                    case "same" -> List.of(alert("a1", "k", SAYS_A));
                    case "other" -> List.of(alert("a1", "k", SAYS_B));
                    default -> List.<OpenAlert>of();
                };
        var conditions = holding.equals("none")
                ? List.<Condition>of()
                : List.of(condition("k", Certainty.valueOf(holding), SAYS_A));

        assertThat(AlertPlanner.plan(alerts, conditions))
                .extracting(step -> step.getClass().getSimpleName())
                .isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void otherSubjectsAndOtherTypesAreOtherAlerts() {
        var open = List.of(alert("a1", "k1", SAYS_A));
        var conditions = List.of(
                condition("k2", Certainty.HOLDS, SAYS_A),
                new Condition(
                        AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED,
                        subject("k1"),
                        Certainty.HOLDS,
                        SAYS_A));

        assertThat(AlertPlanner.plan(open, conditions))
                .containsExactly(
                        new Step.Close("a1"), new Step.Open(conditions.get(0)), new Step.Open(conditions.get(1)));
    }

    @Test
    void otherClustersAreNewsOtherWordsAreNot() {
        var open = List.of(alert("a1", "k", SAYS_A));
        var words = new Content("A", "In other words.", null, Facts.SINCE, List.of(), List.of());
        var clusters =
                new Content("A", "It is so.", null, Facts.SINCE, List.of(new AffectedCluster("c", "c")), List.of());

        assertThat(AlertPlanner.plan(open, List.of(condition("k", Certainty.HOLDS, words))))
                .isEmpty();
        assertThat(AlertPlanner.plan(open, List.of(condition("k", Certainty.HOLDS, clusters))))
                .singleElement()
                .isInstanceOfSatisfying(Step.Update.class, update -> {
                    assertThat(update.content().clusters()).hasSize(1);
                    assertThat(update.content().remedy()).isEqualTo("Do this.");
                });
    }

    @Test
    void planningAgainFindsNothingToDo() {
        var conditions = Stream.of("k1", "k2")
                .map(id -> condition(id, Certainty.HOLDS, SAYS_A))
                .toList();
        var opened = AlertPlanner.plan(List.of(), conditions).stream()
                .map(Step.Open.class::cast)
                .map(step -> alert(
                        "a" + step.condition().subject().id(),
                        step.condition().subject().id(),
                        step.condition().content()))
                .toList();

        assertThat(AlertPlanner.plan(opened, conditions)).isEmpty();
    }

    private static OpenAlert alert(String id, String subjectId, Content content) {
        return new OpenAlert(id, TYPE, subjectId, content);
    }

    private static Condition condition(String subjectId, Certainty certainty, Content content) {
        return new Condition(TYPE, subject(subjectId), certainty, content);
    }

    private static Subject subject(String id) {
        return new Subject(Kind.KEY_USE, id, "arn", "us-east-1");
    }

    private static Content content(String reason, String remedy) {
        return new Content(reason, "It is so.", remedy, Facts.SINCE, List.of(), List.of());
    }
}
