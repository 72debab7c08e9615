package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.NOW;
import static io.keyward.endpoint.lifecycle.Samples.OBSERVATIONS;
import static io.keyward.endpoint.lifecycle.Samples.PATIENCE;
import static io.keyward.endpoint.lifecycle.Samples.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Command.Create;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.PlannerTable.Cell;
import io.keyward.testkit.Rule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows from every look at every state, as {@link PlannerTable} has it. */
class EndpointPlannerTest {

    static Stream<Cell> cells() {
        return PlannerTable.cells();
    }

    @Test
    void theTablesNameEverything() {
        assertThat(OBSERVATIONS.keySet()).containsExactlyInAnyOrderElementsOf(Samples.armsOf(Observation.class));
        assertThat(STATES.keySet().stream().map(Samples::kindOf))
                .containsAll(Samples.armsOf(EndpointState.class))
                .allMatch(Samples.armsOf(EndpointState.class)::contains);
        assertThat(STATES)
                .allSatisfy((name, state) ->
                        assertThat(state.getClass().getSimpleName()).isEqualTo(Samples.kindOf(name)));
        assertThat(cells()).hasSize(2 * STATES.size() * OBSERVATIONS.size() * Samples.KINS.size());
    }

    @Test
    @Rule({"E2", "E4", "E5", "E6"})
    void decidesAsTheTablesSay() {
        assertThat(cells()).allSatisfy(cell -> assertThat(PlannerTable.written(cell.decision()))
                .as("%s", cell)
                .isEqualTo(cell.expected()));
    }

    @Test
    @Rule("E12")
    void decidingAgainOnTheSameLookAsksForNothingNew() {
        assertThat(cells()).allSatisfy(cell -> {
            var first = cell.decision();
            var second = cell.decisionOnceMore();

            assertThat(second.next()).as("%s", cell).isEqualTo(first.next());
            assertThat(second.lookAgain()).as("%s", cell).isEqualTo(first.lookAgain());
            assertThat(second.command()).as("%s", cell).isIn(new Nothing(), first.command());
            assertThat(second.command()).as("%s", cell).isNotInstanceOf(Create.class);
        });
    }

    @Test
    @Rule("E3")
    void onlyWhatIsUnderWayOrWaitedForIsLookedAtByItself() {
        var looks =
                STATES.entrySet().stream().map(state -> state.getKey() + " " + PATIENCE.pace(state.getValue(), NOW));

        assertThat(looks)
                .containsExactly(
                        "Requested PT1S",
                        "Requested:late PT1S",
                        "Provisioning PT1S",
                        "Provisioning:unheard PT1S",
                        "Provisioning:known PT1S",
                        "Provisioning:late PT1S",
                        "Provisioning:known,late PT1S",
                        "AwaitingApproval null",
                        "AwaitingApproval:missed PT2S",
                        "Ready null",
                        "Ready:missed PT2S",
                        "Failed PT4M",
                        "Failed:asked PT4M59S",
                        "Failed:due PT1S",
                        "Failed:known null",
                        "Lost PT1S",
                        "Replaced null",
                        "Deleting PT1S",
                        "Deleting:asked PT1S",
                        "Deleted null");
        assertThat(cells().map(Cell::decision)).allSatisfy(decision -> assertThat(decision.lookAgain())
                .isEqualTo(PATIENCE.pace(decision.next(), NOW)));
    }

    @Test
    @Rule("P2")
    void whoCannotSeeDoesNotAct() {
        assertThat(cells().filter(cell -> cell.seen().equals("Unseen")))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.decision().command()).isInstanceOf(Nothing.class));
    }

    @Test
    void aDeletionIsNeverTakenBack() {
        assertThat(cells().filter(cell ->
                        cell.wanted() == Wanted.ABSENT || cell.state().startsWith("Delet")))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.decision().next()).isInstanceOfAny(Deleting.class, Deleted.class));
    }

    @Test
    void lettingGoKeepsWhatIsNeededToFindIt() {
        assertThat(STATES.values()).allSatisfy(state -> {
            var going = EndpointPlanner.letGo(state, NOW);

            assertThat(going.reference()).isEqualTo(state.reference());
            assertThat(going).isInstanceOfAny(Deleting.class, Deleted.class);
            assertThat(going.askedAt()).isEqualTo(state.askedAt());
            assertThat(EndpointPlanner.letGo(going, NOW.plusSeconds(1))).isEqualTo(going);
        });
    }

    @Test
    @Rule({"E1", "E5"})
    void showsEachStateAsTheContractNamesIt() {
        var shown = Stream.of(
                        "Requested",
                        "Provisioning",
                        "AwaitingApproval",
                        "Ready",
                        "Failed",
                        "Lost",
                        "Replaced",
                        "Deleting",
                        "Deleted")
                .map(name -> EndpointStatus.of(STATES.get(name)).map(Enum::name).orElse("404"));

        assertThat(shown)
                .containsExactly(
                        "INITIATING",
                        "INITIATING",
                        "PENDING_ACCEPTANCE",
                        "ACTIVE",
                        "FAILED",
                        "PENDING_RECREATION",
                        "PENDING_RECREATION",
                        "DELETING",
                        "404");
        assertThat(Arrays.asList(EndpointStatus.values())).hasSize(6);
    }
}
