package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.ADDRESS;
import static io.keyward.endpoint.lifecycle.Samples.PATIENCE;
import static io.keyward.endpoint.lifecycle.Samples.REF;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.Lineage.Member;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.lifecycle.Observation.PendingApproval;
import io.keyward.endpoint.lifecycle.Observation.Refused;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Endpoints that replace one another: each branch by itself, and what holds in any order of looks. */
class LineageTest {
    private static final Observation UP = new Up(REF, ADDRESS);
    private static final Observation REJECTED = new Refused(REF, "was rejected.");
    private static final Answer YES = new Answer.Accepted(REF);

    private Lineage lineage;
    private Member first;

    /** A look at one of them, some time after the one before. */
    record Step(int member, Observation seen, Duration after, Answer answer) {}

    @BeforeTry
    void begin() {
        lineage = new Lineage(Instant.parse("2026-01-01T00:00:00Z"));
        first = lineage.newest();
    }

    @Example
    @Rule("E6")
    void theFirstGoesWhenTheOtherStands() {
        stand(first);
        lose(first, new Absent());
        var second = lineage.newest();
        assertThat(first.shown()).containsExactly("INITIATING", "ACTIVE", "PENDING_RECREATION");
        assertThat(second.shown()).containsExactly("INITIATING");

        stand(second);
        lineage.look(first, new Absent(), YES);

        assertThat(first.state()).isInstanceOf(Deleted.class);
        assertThat(second.shown()).containsExactly("INITIATING", "ACTIVE");
    }

    @Example
    @Rule("E6")
    void theOtherGoesWhenTheFirstStandsAgain() {
        stand(first);
        lose(first, REJECTED);
        var second = lineage.newest();
        lineage.look(second, new PendingApproval(REF), YES);

        lineage.look(first, UP, YES);

        assertThat(first.shown()).containsExactly("INITIATING", "ACTIVE", "PENDING_RECREATION", "ACTIVE");
        assertThat(second.shown()).containsExactly("INITIATING", "PENDING_ACCEPTANCE", "DELETING");
    }

    @Example
    @Rule("E6")
    void whatCouldBeUsedOnceIsReplacedEvenIfItIsRejectedWhileItWaitsToBeLetInOnceMore() {
        stand(first);
        lineage.look(first, new PendingApproval(REF), YES);
        lose(first, REJECTED);

        assertThat(first.shown()).containsExactly("INITIATING", "ACTIVE", "PENDING_ACCEPTANCE", "PENDING_RECREATION");
        assertThat(lineage.newest().shown()).containsExactly("INITIATING");
    }

    @Example
    @Rule("E6")
    void whoKeepsRejectingIsAskedThreeTimesADay() {
        stand(first);
        lose(first, REJECTED);
        for (int i = 0; i < PATIENCE.replacementsPerDay(); i++) {
            lineage.look(lineage.newest(), new PendingApproval(REF), YES);
            lose(lineage.newest(), REJECTED);
        }

        assertThat(lineage.members()).hasSize(1 + PATIENCE.replacementsPerDay());
        assertThat(lineage.newest().shown()).containsExactly("INITIATING", "PENDING_ACCEPTANCE", "FAILED");
        assertThat(lineage.newest().state()).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message())
                .contains("as often as is allowed (3)"));
        assertThat(lineage.members().subList(0, PATIENCE.replacementsPerDay()))
                .allSatisfy(member -> assertThat(member.shown().getLast()).isEqualTo("PENDING_RECREATION"));
    }

    @Example
    @Rule("E6")
    void whoRejectsThreeTimesInThreeDaysIsAskedOnceMore() {
        stand(first);
        lose(first, REJECTED);
        for (int i = 0; i < PATIENCE.replacementsPerDay(); i++) {
            lineage.pass(Duration.ofDays(1));
            lineage.look(lineage.newest(), new PendingApproval(REF), YES);
            lose(lineage.newest(), REJECTED);
        }

        assertThat(lineage.newest().shown()).containsExactly("INITIATING");
    }

    @Example
    @Rule({"E1", "E6"})
    void aReplacementThatIsRejectedBeforeItWasSeenToWaitHasFailed() {
        stand(first);
        lose(first, REJECTED);

        lineage.look(lineage.newest(), REJECTED, YES);

        assertThat(lineage.newest().shown()).containsExactly("INITIATING", "FAILED");
    }

    @Example
    @Rule({"A2", "E6"})
    void whoMayNotHaveAnotherOneKeepsTheLostOneWithTheReason() {
        stand(first);
        var no = new Answer.Refused("The project is INACTIVE.");
        lineage.look(first, new Absent(), no);
        lineage.pass(PATIENCE.loss());
        lineage.look(first, new Absent(), no);

        assertThat(first.state()).isInstanceOfSatisfying(Lost.class, lost -> assertThat(lost.explanation())
                .contains("The project is INACTIVE."));
        lineage.look(first, new Absent(), YES);
        assertThat(lineage.members()).hasSize(2);
    }

    @Property(tries = 500)
    @Rule({"E6", "E12"})
    void atMostOneStandsAndNeverMoreAreMadeThanAllowed(@ForAll("steps") @Size(max = 80) List<Step> steps) {
        for (Step step : steps) {
            follow(step);

            assertThat(lineage.members().stream().filter(Member::stands)).hasSizeLessThanOrEqualTo(1);
            assertThat(lineage.replacementsToday()).isLessThanOrEqualTo(PATIENCE.replacementsPerDay());
        }
    }

    @Property(tries = 500)
    @Rule({"E1", "E5", "E6"})
    void eachShowsNothingThatAClientWouldTakeForAnError(@ForAll("steps") @Size(max = 80) List<Step> steps) {
        steps.forEach(this::follow);

        for (Member member : lineage.members()) {
            var shown = member.shown();
            assertThat(shown.getFirst()).isEqualTo("INITIATING");
            assertThat(shown.stream().skip(1)).doesNotContain("INITIATING");
            assertThat(shown.stream().skip(1).limit(1))
                    .isSubsetOf("PENDING_ACCEPTANCE", "ACTIVE", "FAILED", "DELETING");
            assertThat(shown.stream().dropWhile(status -> !status.equals("DELETING")))
                    .isIn(List.of(), List.of("DELETING"), List.of("DELETING", "404"));
        }
    }

    @Property(tries = 500)
    @Rule({"E5", "E6"})
    void noneIsLeftOfWhatIsDeletedAndTheFirstIsNotGoneBeforeTheOthers(
            @ForAll("steps") @Size(max = 60) List<Step> before, @ForAll("steps") @Size(max = 30) List<Step> after) {
        before.forEach(this::follow);
        var there =
                lineage.members().stream().filter(member -> !member.isGone()).toList();

        lineage.delete();
        for (Step step : after) {
            follow(step);
            assertThat(there.stream().dropWhile(member -> !member.isGone())).allMatch(Member::isGone);
        }
        endsInTheCloud(there);

        assertThat(lineage.members()).allMatch(Member::isGone);
    }

    private void stand(Member member) {
        lineage.look(member, new Absent(), YES);
        lineage.look(member, UP, YES);
    }

    private void lose(Member member, Observation seen) {
        lineage.look(member, seen, YES);
        lineage.pass(PATIENCE.loss());
        lineage.look(member, seen, YES);
    }

    private void follow(Step step) {
        lineage.pass(step.after());
        lineage.look(lineage.members().get(step.member() % lineage.members().size()), step.seen(), step.answer());
    }

    /** The last first, as each waits for those after it. */
    private void endsInTheCloud(List<Member> members) {
        members.forEach(member -> lineage.look(member, new GoingAway(REF), YES));
        members.reversed().forEach(member -> lineage.look(member, new Absent(), YES));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(Samples.OBSERVATIONS.values()),
                        Arbitraries.longs().between(0, 120_000).map(Duration::ofMillis),
                        Arbitraries.of(Samples.ANSWERS))
                .as(Step::new)
                .list();
    }
}
