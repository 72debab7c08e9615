package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.NOW;
import static io.keyward.endpoint.lifecycle.Samples.OBSERVATIONS;
import static io.keyward.endpoint.lifecycle.Samples.PATIENCE;
import static io.keyward.endpoint.lifecycle.Samples.PLANNER;
import static io.keyward.endpoint.lifecycle.Samples.REF;
import static io.keyward.endpoint.lifecycle.Samples.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Command.Create;
import io.keyward.endpoint.lifecycle.Command.Delete;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.Command.Replace;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.endpoint.lifecycle.PlannerTable.Cell;
import io.keyward.testkit.Rule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows from every look at every state, as {@link PlannerTable} has it, and what that comes to over several looks. */
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
    @Rule("E12")
    void whatWasJustAskedForIsWaitedForAndThenAskedForAgain() {
        var asked = PLANNER.decide(Wanted.PRESENT, STATES.get("Requested"), new Absent(), Kin.NONE, NOW);
        var soon = NOW.plus(PATIENCE.visibility()).minusMillis(1);
        var later = NOW.plus(PATIENCE.visibility());

        assertThat(PLANNER.decide(Wanted.PRESENT, asked.next(), new Absent(), Kin.NONE, soon)
                        .command())
                .isInstanceOf(Nothing.class);
        assertThat(PLANNER.decide(Wanted.PRESENT, asked.next(), new Absent(), Kin.NONE, later)
                        .command())
                .isInstanceOf(Create.class);
    }

    @Test
    @Rule("E12")
    void whatMayStillComeIntoBeingIsNotForgottenByItsDeletion() {
        var asked = PLANNER.decide(Wanted.PRESENT, STATES.get("Requested"), new Absent(), Kin.NONE, NOW)
                .next();
        var going = EndpointPlanner.letGo(asked, NOW);

        assertThat(PLANNER.decide(Wanted.ABSENT, going, new Absent(), Kin.NONE, NOW.plusSeconds(1))
                        .next())
                .isInstanceOf(Deleting.class);
        assertThat(PLANNER.decide(Wanted.ABSENT, going, new Pending(REF), Kin.NONE, NOW.plusSeconds(2))
                        .command())
                .isEqualTo(new Delete(REF));
    }

    @Test
    @Rule("E6")
    void twoLooksThatAgreeAreALossAndOneInBetweenThatSeesItStartsOver() {
        var missed = PLANNER.decide(Wanted.PRESENT, STATES.get("Ready"), new Absent(), Kin.NONE, NOW);
        var again = NOW.plus(PATIENCE.loss());
        var seen = PLANNER.decide(Wanted.PRESENT, missed.next(), OBSERVATIONS.get("Up"), Kin.NONE, again);
        var missedAnew = PLANNER.decide(Wanted.PRESENT, seen.next(), new Absent(), Kin.NONE, again.plusSeconds(9));

        assertThat(missed.lookAgain()).isEqualTo(PATIENCE.loss());
        assertThat(PLANNER.decide(Wanted.PRESENT, missed.next(), new Absent(), Kin.NONE, again)
                        .next())
                .isInstanceOf(Lost.class);
        assertThat(missedAnew.next()).isInstanceOf(Ready.class);
    }

    @Test
    @Rule("E6")
    void whatWaitsForApprovalIsNotGivenUpAfterOneLookEither() {
        var rejected = OBSERVATIONS.get("Refused");
        var replacement = Samples.KINS.get("replacement");

        var once = PLANNER.decide(Wanted.PRESENT, STATES.get("AwaitingApproval"), rejected, replacement, NOW);
        var twice = PLANNER.decide(Wanted.PRESENT, once.next(), rejected, replacement, NOW.plus(PATIENCE.loss()));

        assertThat(once.next())
                .isEqualTo(
                        new AwaitingApproval(REF, STATES.get("AwaitingApproval").since(), NOW));
        assertThat(twice.next()).isInstanceOf(Lost.class);
        assertThat(twice.command()).isEqualTo(new Replace());
    }

    @Test
    @Rule("E4")
    void whatFailedWithoutATraceIsAskedForAgainAndShowsAsFailedUntilItStands() {
        var due = PLANNER.decide(Wanted.PRESENT, STATES.get("Failed:due"), new Absent(), Kin.NONE, NOW);
        var made = PLANNER.answered(due.next(), new Answer.Accepted(REF), NOW).next();
        var pending = PLANNER.decide(Wanted.PRESENT, made, new Pending(REF), Kin.NONE, NOW.plusSeconds(60))
                .next();
        var up = PLANNER.decide(Wanted.PRESENT, pending, OBSERVATIONS.get("Up"), Kin.NONE, NOW.plusSeconds(90))
                .next();

        assertThat(due.command()).isEqualTo(new Create());
        assertThat(due.next().askedAt()).contains(NOW);
        assertThat(made).isInstanceOf(Failed.class);
        assertThat(pending).isEqualTo(made);
        assertThat(up).isInstanceOf(Ready.class);
    }

    /** Its message said that it is asked for again, which it is not any more. */
    @Test
    @Rule("E4")
    void whatFailsOnceMoreSaysWhy() {
        var made = PLANNER.answered(STATES.get("Failed:asked"), new Answer.Accepted(REF), NOW)
                .next();

        var refused = PLANNER.decide(Wanted.PRESENT, made, OBSERVATIONS.get("Refused"), Kin.NONE, NOW)
                .next();

        assertThat(refused).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.message()).startsWith(REF + " was rejected.");
            assertThat(failed.ref()).isEqualTo(REF);
            assertThat(failed.since()).isEqualTo(made.since());
        });
    }

    @Test
    @Rule({"E4", "P2"})
    void whatIsLateBecauseNobodyCouldLookFailsAndHealsByItself() {
        var late = PLANNER.decide(Wanted.PRESENT, STATES.get("Requested:late"), new Unseen("no answer"), Kin.NONE, NOW);
        var seen = PLANNER.decide(Wanted.PRESENT, late.next(), new Absent(), Kin.NONE, NOW.plusSeconds(1));

        assertThat(late.next()).isInstanceOf(Failed.class);
        assertThat(late.lookAgain()).isEqualTo(PATIENCE.retry());
        assertThat(seen.command()).isEqualTo(new Create());
    }

    @Test
    @Rule("P2")
    void notSeeingNeitherConfirmsALossNorRefutesIt() {
        var missed = STATES.get("Ready:missed");

        assertThat(PLANNER.decide(Wanted.PRESENT, missed, new Unseen("?"), Kin.NONE, NOW)
                        .next())
                .isEqualTo(missed);
    }

    @Test
    void whatKeepsItsStatusKeepsItsTime() {
        var ready = STATES.get("Ready:missed");

        var next = PLANNER.decide(Wanted.PRESENT, ready, new Up("vpce-2", "elsewhere"), Kin.NONE, NOW)
                .next();

        assertThat(next).isEqualTo(new Ready("vpce-2", "elsewhere", ready.since(), null));
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
