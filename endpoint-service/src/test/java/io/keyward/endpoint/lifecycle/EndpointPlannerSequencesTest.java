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
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.testkit.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the decisions come to over several looks. */
class EndpointPlannerSequencesTest {

    @Test
    @Rule("E12")
    void whatWasJustAskedForIsWaitedForAndThenAskedForAgain() {
        var asked = look(STATES.get("Requested"), new Absent(), NOW).next();
        var visible = NOW.plus(PATIENCE.visibility());

        assertThat(look(asked, new Absent(), visible.minusMillis(1)).command()).isEqualTo(new Nothing());
        assertThat(look(asked, new Absent(), visible).command()).isEqualTo(new Create());
    }

    @Test
    @Rule("E12")
    void whatMayStillComeIntoBeingIsNotForgottenByItsDeletion() {
        var asked = look(STATES.get("Requested"), new Absent(), NOW).next();
        var going = EndpointPlanner.letGo(asked, NOW);

        assertThat(look(going, new Absent(), NOW.plusSeconds(1)).next()).isInstanceOf(Deleting.class);
        assertThat(look(going, new Pending(REF), NOW.plusSeconds(2)).command()).isEqualTo(new Delete(REF));
    }

    @Test
    @Rule("E6")
    void twoLooksThatAgreeAreALossAndOneInBetweenThatSeesItStartsOver() {
        var again = NOW.plus(PATIENCE.loss());
        var missed = look(STATES.get("Ready"), new Absent(), NOW).next();
        var seen = look(missed, OBSERVATIONS.get("Up"), again).next();

        assertThat(look(missed, new Absent(), again).next()).isInstanceOf(Lost.class);
        assertThat(look(seen, new Absent(), again.plusSeconds(9)).next()).isInstanceOf(Ready.class);
    }

    @Test
    @Rule("E6")
    void whatWaitsForApprovalIsNotGivenUpAfterOneLookEither() {
        var rejected = OBSERVATIONS.get("Refused");
        var needed = Samples.KINS.get("needed");
        var again = NOW.plus(PATIENCE.loss());

        var once = PLANNER.decide(Wanted.PRESENT, STATES.get("AwaitingApproval"), rejected, needed, NOW);
        var twice = PLANNER.decide(Wanted.PRESENT, once.next(), rejected, needed, again);

        assertThat(once.next())
                .isEqualTo(
                        new AwaitingApproval(REF, STATES.get("AwaitingApproval").since(), NOW));
        assertThat(twice.next()).isInstanceOf(Lost.class);
        assertThat(twice.command()).isEqualTo(new Replace());
    }

    @Test
    @Rule("E4")
    void whatFailedWithoutATraceIsAskedForAgainAndShowsAsFailedUntilItStands() {
        var due = look(STATES.get("Failed:due"), new Absent(), NOW);
        var made = PLANNER.answered(due.next(), new Answer.Accepted(REF), NOW).next();
        var pending = look(made, new Pending(REF), NOW.plusSeconds(60)).next();

        assertThat(due.command()).isEqualTo(new Create());
        assertThat(due.next().askedAt()).contains(NOW);
        assertThat(made).isInstanceOf(Failed.class);
        assertThat(pending).isEqualTo(made);
        assertThat(look(pending, OBSERVATIONS.get("Up"), NOW.plusSeconds(90)).next())
                .isInstanceOf(Ready.class);
    }

    /** Its message said that it is asked for again, which it is not any more. */
    @Test
    @Rule("E4")
    void whatFailsOnceMoreSaysWhy() {
        var made = PLANNER.answered(STATES.get("Failed:asked"), new Answer.Accepted(REF), NOW)
                .next();

        var refused = look(made, OBSERVATIONS.get("Refused"), NOW).next();

        assertThat(refused).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.message()).startsWith(REF + " was rejected.");
            assertThat(failed.ref()).isEqualTo(REF);
            assertThat(failed.since()).isEqualTo(made.since());
        });
    }

    @Test
    @Rule({"E4", "P2"})
    void whatIsLateBecauseNobodyCouldLookFailsAndHealsByItself() {
        var late = look(STATES.get("Requested:late"), new Unseen("no answer"), NOW);

        assertThat(late.next()).isInstanceOf(Failed.class);
        assertThat(late.lookAgain()).isEqualTo(PATIENCE.retry());
        assertThat(look(late.next(), new Absent(), NOW.plusSeconds(1)).command())
                .isEqualTo(new Create());
    }

    @Test
    @Rule("P2")
    void notSeeingNeitherConfirmsALossNorRefutesIt() {
        var missed = STATES.get("Ready:missed");

        assertThat(look(missed, new Unseen("?"), NOW).next()).isEqualTo(missed);
    }

    @Test
    void whatKeepsItsStatusKeepsItsTime() {
        var ready = STATES.get("Ready:missed");

        var next = look(ready, new Up("vpce-2", "elsewhere"), NOW).next();

        assertThat(next).isEqualTo(new Ready("vpce-2", "elsewhere", ready.since(), null));
    }

    /** At one that is wanted, and stands alone. */
    private static Decision look(EndpointState state, Observation seen, Instant now) {
        return PLANNER.decide(Wanted.PRESENT, state, seen, Kin.NONE, now);
    }
}
