package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.ANSWERS;
import static io.keyward.endpoint.lifecycle.Samples.NOW;
import static io.keyward.endpoint.lifecycle.Samples.PATIENCE;
import static io.keyward.endpoint.lifecycle.Samples.PLANNER;
import static io.keyward.endpoint.lifecycle.Samples.REF;
import static io.keyward.endpoint.lifecycle.Samples.STATES;
import static io.keyward.endpoint.lifecycle.Samples.SUCCESSOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known once the cloud, or whoever admits endpoints, has answered: accepted, refused, try later, admitted. */
class EndpointAnswersTest {
    private static final String ASKED_AGAIN =
            " We ask for it again every 5 minutes, and the endpoint becomes ACTIVE by itself once the cause is gone.";

    @Test
    @Rule("E4")
    void toACreation() {
        var asked = (Provisioning) STATES.get("Provisioning");

        assertThat(afterEach(asked))
                .containsExactly(
                        new Provisioning(asked.since(), asked.asked(), REF, null),
                        new Failed("no room." + ASKED_AGAIN, null, NOW, asked.asked()),
                        new Provisioning(asked.since(), asked.asked(), null, "busy"),
                        asked);
    }

    @Test
    @Rule("E4")
    void toACreationOfWhatFailedBefore() {
        var asked = (Failed) STATES.get("Failed:asked");

        assertThat(afterEach(asked))
                .containsExactly(
                        new Failed(Words.madeAtLast(PATIENCE, REF), REF, asked.since(), asked.asked()),
                        new Failed("no room." + ASKED_AGAIN, null, asked.since(), asked.asked()),
                        new Failed("busy." + ASKED_AGAIN, null, asked.since(), asked.asked()),
                        asked);
    }

    @Test
    @Rule("E5")
    void toADeletion() {
        var asked = (Deleting) STATES.get("Deleting");

        assertThat(afterEach(asked))
                .containsExactly(
                        asked,
                        new Deleting(REF, null, asked.since(), "no room"),
                        new Deleting(REF, null, asked.since(), "busy"),
                        asked);
    }

    @Test
    @Rule("E6")
    void toAReplacement() {
        var asked = (Lost) STATES.get("Lost");

        assertThat(afterEach(asked))
                .containsExactly(
                        asked,
                        new Lost(REF, "gone", asked.since(), "no room"),
                        new Lost(REF, "gone", asked.since(), "busy"),
                        new Replaced(REF, "gone", asked.since(), SUCCESSOR));
        assertThat(pausesAfterEach(asked))
                .containsExactly(PATIENCE.underWay(), PATIENCE.retry(), PATIENCE.underWay(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Requested", "AwaitingApproval", "Ready", "Failed:known", "Replaced", "Deleted"})
    void toNothingThatWasAsked(String name) {
        var state = STATES.get(name);

        assertThat(afterEach(state)).containsOnly(state);
    }

    @Test
    void allAnswersAreTried() {
        assertThat(ANSWERS).hasSize(Answer.class.getPermittedSubclasses().length);
    }

    private static List<EndpointState> afterEach(EndpointState state) {
        var decisions = ANSWERS.stream()
                .map(answer -> PLANNER.answered(state, answer, NOW))
                .toList();
        assertThat(decisions).extracting(Decision::command).containsOnly(new Nothing());
        return decisions.stream().map(Decision::next).toList();
    }

    private static List<@Nullable Duration> pausesAfterEach(EndpointState state) {
        return Arrays.asList(ANSWERS.stream()
                .map(answer -> PLANNER.answered(state, answer, NOW).lookAgain())
                .toArray(Duration[]::new));
    }
}
