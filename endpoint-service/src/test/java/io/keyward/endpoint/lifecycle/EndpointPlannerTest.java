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
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.testkit.Rule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from every look at every state, as two tables: down the side what is known, across the top what is seen. */
class EndpointPlannerTest {

    private static final String PRESENT = """
            .                        Absent              Pending         PendingApproval   Up     Refused  GoingAway         Unseen
            Requested                Provisioning+Create Provisioning    AwaitingApproval  Ready  Failed   Requested         Requested
            Requested:late           Provisioning+Create Provisioning    AwaitingApproval  Ready  Failed   Failed            Failed
            Provisioning             Provisioning        Provisioning    AwaitingApproval  Ready  Failed   Failed            Provisioning
            Provisioning:unheard     Provisioning+Create Provisioning    AwaitingApproval  Ready  Failed   Failed            Provisioning
            Provisioning:known       Provisioning        Provisioning    AwaitingApproval  Ready  Failed   Failed            Provisioning
            Provisioning:late        Failed              Failed          AwaitingApproval  Ready  Failed   Failed            Failed
            Provisioning:known,late  Failed              Failed          AwaitingApproval  Ready  Failed   Failed            Failed
            AwaitingApproval         AwaitingApproval    AwaitingApproval AwaitingApproval Ready  Failed   AwaitingApproval  AwaitingApproval
            AwaitingApproval:missed  Failed              AwaitingApproval AwaitingApproval Ready  Failed   Failed            AwaitingApproval
            Ready                    Ready               Ready           AwaitingApproval  Ready  Ready    Ready             Ready
            Ready:missed             Lost                Ready           AwaitingApproval  Ready  Lost     Lost              Ready
            Failed                   Failed              Failed          AwaitingApproval  Ready  Failed   Failed            Failed
            Failed:asked             Failed              Failed          AwaitingApproval  Ready  Failed   Failed            Failed
            Lost                     Lost                Lost            AwaitingApproval  Ready  Lost     Lost              Lost
            Replaced                 Replaced                Replaced            AwaitingApproval  Ready  Replaced     Replaced              Replaced
            Deleting                 Deleted             Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleting:asked           Deleting            Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleted                  Deleted             Deleted         Deleted           Deleted Deleted Deleted           Deleted
            """;

    private static final String ABSENT = """
            .                        Absent    Pending         PendingApproval Up              Refused         GoingAway Unseen
            Requested                Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Requested:late           Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Provisioning             Deleting  Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Provisioning:unheard     Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Provisioning:known       Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Provisioning:late        Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Provisioning:known,late  Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            AwaitingApproval         Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            AwaitingApproval:missed  Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Ready                    Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Ready:missed             Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Failed                   Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Failed:asked             Deleting  Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Lost                     Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Replaced                 Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleting                 Deleted   Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleting:asked           Deleting  Deleting+Delete Deleting+Delete Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleted                  Deleted   Deleted         Deleted         Deleted         Deleted         Deleted   Deleted
            """;

    record Row(Wanted wanted, String state, String seen, String expected) {

        Decision decision() {
            return PLANNER.decide(wanted, STATES.get(state), OBSERVATIONS.get(seen), Kin.NONE, NOW);
        }
    }

    static Stream<Row> rows() {
        return Stream.concat(read(Wanted.PRESENT, PRESENT), read(Wanted.ABSENT, ABSENT));
    }

    private static Stream<Row> read(Wanted wanted, String table) {
        var lines = table.lines().map(line -> line.trim().split("\\s+")).toList();
        return lines.stream().skip(1).flatMap(line -> IntStream.range(1, line.length)
                .mapToObj(column -> new Row(wanted, line[0], lines.getFirst()[column], line[column])));
    }

    @Test
    void theTablesAreWhole() {
        for (Wanted wanted : Wanted.values()) {
            var cells = new HashSet<List<String>>();
            rows().filter(row -> row.wanted() == wanted).forEach(row -> cells.add(List.of(row.state(), row.seen())));

            assertThat(cells).hasSize(STATES.size() * OBSERVATIONS.size());
        }
        assertThat(OBSERVATIONS.keySet()).containsExactlyInAnyOrderElementsOf(Samples.armsOf(Observation.class));
        assertThat(STATES.keySet().stream().map(Samples::kindOf))
                .containsAll(Samples.armsOf(EndpointState.class))
                .allMatch(Samples.armsOf(EndpointState.class)::contains);
        assertThat(STATES)
                .allSatisfy((name, state) ->
                        assertThat(state.getClass().getSimpleName()).isEqualTo(Samples.kindOf(name)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Rule({"E2", "E4", "E5"})
    void decides(Row row) {
        var decision = row.decision();

        var next = decision.next().getClass().getSimpleName();
        var command = decision.command() instanceof Nothing
                ? ""
                : "+" + decision.command().getClass().getSimpleName();
        assertThat(next + command).isEqualTo(row.expected());
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Rule("E12")
    void decidingAgainOnTheSameLookAsksForNothingNew(Row row) {
        var first = row.decision();

        var second = PLANNER.decide(row.wanted(), first.next(), OBSERVATIONS.get(row.seen()), Kin.NONE, NOW);

        assertThat(second.next()).isEqualTo(first.next());
        assertThat(second.lookAgain()).isEqualTo(first.lookAgain());
        assertThat(second.command()).isIn(new Nothing(), first.command());
        assertThat(second.command()).isNotInstanceOf(Create.class);
    }

    @Test
    @Rule("P2")
    void whoCannotSeeDoesNotAct() {
        assertThat(rows().filter(row -> row.seen().equals("Unseen")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.decision().command()).isInstanceOf(Nothing.class));
    }

    @Test
    void aDeletionIsNeverTakenBack() {
        assertThat(rows().filter(row ->
                        row.wanted() == Wanted.ABSENT || row.state().startsWith("Delet")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.decision().next()).isInstanceOfAny(Deleting.class, Deleted.class));
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
    @Rule("E4")
    void aFailureSaysWhatWentWrongLast() {
        var late = PLANNER.decide(Wanted.PRESENT, STATES.get("Provisioning:late"), new Absent(), Kin.NONE, NOW);

        assertThat(late.next()).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message())
                .isEqualTo("The endpoint did not become available within 10 minutes. The last attempt: later"
                        + " Delete the endpoint and create it again."));
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
    void answersMatterToWhatWasAskedAndToNothingElse() {
        var asked = (Provisioning) STATES.get("Provisioning");
        var going = (Deleting) STATES.get("Deleting");

        assertThat(Samples.ANSWERS.stream().map(answer -> next(asked, answer)))
                .containsExactly(
                        new Provisioning(asked.since(), asked.asked(), REF, null),
                        new Failed("no room Delete the endpoint and create it again.", null, NOW, asked.asked()),
                        new Provisioning(asked.since(), asked.asked(), null, "busy"),
                        asked);
        assertThat(Samples.ANSWERS.stream().map(answer -> next(going, answer)))
                .containsExactly(
                        going,
                        new Deleting(REF, null, going.since(), "no room"),
                        new Deleting(REF, null, going.since(), "busy"),
                        going);
        assertThat(Samples.ANSWERS).hasSize(Answer.class.getPermittedSubclasses().length);
        for (String other :
                List.of("Requested", "AwaitingApproval", "Ready", "Failed", "Lost", "Replaced", "Deleted")) {
            var state = STATES.get(other);
            assertThat(Samples.ANSWERS)
                    .allSatisfy(answer -> assertThat(next(state, answer)).isEqualTo(state));
        }
    }

    private static EndpointState next(EndpointState state, Answer answer) {
        var decision = PLANNER.answered(state, answer, NOW);
        assertThat(decision.command()).isInstanceOf(Nothing.class);
        return decision.next();
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
