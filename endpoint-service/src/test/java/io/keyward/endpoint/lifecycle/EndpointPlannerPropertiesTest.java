package io.keyward.endpoint.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Command.Create;
import io.keyward.endpoint.lifecycle.Command.Delete;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.Command.Replace;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds whatever a cloud shows, in whatever order, at whatever pace. */
class EndpointPlannerPropertiesTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final EndpointPlanner PLANNER = Samples.PLANNER;
    private static final String GONE = "404";
    private static final Patience PATIENCE = Samples.PATIENCE;

    /** A look, what is known of the kin by then, the time since the look before, and what is said if something is asked for. */
    record Step(Observation seen, Kin kin, Duration after, Answer answer) {}

    /** A command, and when it was given. */
    private record Given(Command command, Instant at, Kin kin) {}

    /** Where an endpoint is after some looks, what was asked for on the way, and what a client saw of it. */
    private record Trail(EndpointState state, Instant now, List<Given> given, List<String> shown) {

        static Trail begin() {
            return new Trail(new Requested(T0), T0, new ArrayList<>(), new ArrayList<>(List.of("INITIATING")));
        }

        Trail letGo() {
            var going = EndpointPlanner.letGo(state, now);
            shown.add(show(going));
            return new Trail(going, now, given, shown);
        }

        Trail follow(List<Step> steps, Wanted wanted) {
            var trail = this;
            for (Step step : steps) {
                trail = trail.follow(step, wanted);
            }
            return trail;
        }

        Trail follow(Step step, Wanted wanted) {
            var at = now.plus(step.after());
            var decision = PLANNER.decide(wanted, state, step.seen(), step.kin(), at);
            shown.add(show(decision.next()));
            if (decision.command() instanceof Nothing) {
                return new Trail(decision.next(), at, given, shown);
            }
            given.add(new Given(decision.command(), at, step.kin()));
            var next = PLANNER.answered(decision.next(), step.answer(), at).next();
            shown.add(show(next));
            return new Trail(next, at, given, shown);
        }

        List<Instant> creations() {
            return given.stream()
                    .filter(one -> one.command() instanceof Create)
                    .map(Given::at)
                    .toList();
        }

        private static String show(EndpointState state) {
            return EndpointStatus.of(state).map(Enum::name).orElse(GONE);
        }
    }

    @Property
    @Rule("E4")
    void nothingIsInitiatingForEver(@ForAll("steps") @Size(max = 40) List<Step> steps, @ForAll("step") Step last) {
        var trail = Trail.begin().follow(steps, Wanted.PRESENT);

        var twice = new Step(last.seen(), last.kin(), PATIENCE.creation(), last.answer());
        var end = trail.follow(twice, Wanted.PRESENT).follow(twice, Wanted.PRESENT);

        assertThat(EndpointStatus.of(end.state())).isNotEqualTo(Optional.of(EndpointStatus.INITIATING));
    }

    @Property
    @Rule("E5")
    void whatIsToGoShowsAsGoingUntilItIsGone(
            @ForAll("steps") @Size(max = 30) List<Step> before, @ForAll("steps") @Size(max = 30) List<Step> after) {
        var going = Trail.begin().follow(before, Wanted.PRESENT).letGo();
        int shownBefore = going.shown().size() - 1;
        int givenBefore = going.given().size();

        var end = going.follow(after, Wanted.ABSENT);

        var shown = end.shown().subList(shownBefore, end.shown().size());
        assertThat(shown).isSubsetOf("DELETING", GONE);
        assertThat(String.join(" ", shown)).doesNotContain(GONE + " DELETING");
        assertThat(end.given().subList(givenBefore, end.given().size()))
                .allMatch(one -> one.command() instanceof Delete);
    }

    @Property
    @Rule("E5")
    void whatTheCloudHasNoMoreIsGoneInTheEnd(@ForAll("steps") @Size(max = 30) List<Step> before) {
        var trail = Trail.begin().follow(before, Wanted.PRESENT);
        var answer = new Answer.TryLater("busy");

        var end = trail.follow(new Step(new GoingAway("vpce-1"), Kin.NONE, Duration.ZERO, answer), Wanted.ABSENT)
                .follow(new Step(new Absent(), Kin.NONE, PATIENCE.visibility(), answer), Wanted.ABSENT);

        assertThat(end.state()).isInstanceOf(Deleted.class);
    }

    @Property
    @Rule("E12")
    void theCloudIsNotAskedTwiceWithinTheTimeInWhichItMayNotShow(@ForAll("steps") @Size(max = 60) List<Step> steps) {
        var creations = Trail.begin().follow(steps, Wanted.PRESENT).creations();

        for (int i = 1; i < creations.size(); i++) {
            assertThat(Duration.between(creations.get(i - 1), creations.get(i)))
                    .isGreaterThanOrEqualTo(PATIENCE.visibility());
        }
    }

    @Property
    @Rule("P2")
    void notSeeingChangesNothingThatStands(@ForAll("steps") @Size(max = 30) List<Step> before) {
        var trail = Trail.begin().follow(before, Wanted.PRESENT);
        var up = trail.follow(
                new Step(new Up("vpce-1", "there"), Kin.NONE, Duration.ZERO, new Answer.TryLater("busy")),
                Wanted.PRESENT);

        var unseen = PLANNER.decide(
                Wanted.PRESENT, up.state(), new Unseen("?"), Kin.NONE, up.now().plus(Duration.ofDays(9)));

        assertThat(unseen.next()).isEqualTo(up.state());
    }

    @Property
    @Rule({"E1", "E4"})
    void whoWaitsForItToBeMadeSeesNothingElseBefore(@ForAll("steps") @Size(max = 60) List<Step> steps) {
        var shown = Trail.begin().follow(steps, Wanted.PRESENT).shown();

        assertThat(shown.stream().dropWhile("INITIATING"::equals).findFirst())
                .isIn(
                        Optional.empty(),
                        Optional.of("PENDING_ACCEPTANCE"),
                        Optional.of("ACTIVE"),
                        Optional.of("FAILED"));
        assertThat(shown.stream().dropWhile("INITIATING"::equals)).doesNotContain("INITIATING", "DELETING", GONE);
    }

    @Property
    @Rule("E12")
    void whatWasSeenIsNotAskedForOnceMore(
            @ForAll("steps") @Size(max = 20) List<Step> before,
            @ForAll("sight") Observation sight,
            @ForAll("steps") @Size(max = 40) List<Step> after) {
        var trail = Trail.begin().follow(before, Wanted.PRESENT);
        var seen = trail.follow(new Step(sight, Kin.NONE, Duration.ZERO, new Answer.TryLater("busy")), Wanted.PRESENT);
        int asked = seen.creations().size();

        assertThat(seen.follow(after, Wanted.PRESENT).creations()).hasSize(asked);
    }

    @Property
    @Rule("E6")
    void replacementsAreAskedForOnlyWhileThereAreSomeLeftForToday(@ForAll("steps") @Size(max = 60) List<Step> steps) {
        var given = Trail.begin().follow(steps, Wanted.PRESENT).given();

        assertThat(given.stream().filter(one -> one.command() instanceof Replace))
                .allSatisfy(one -> assertThat(one.kin().replacementsToday()).isLessThan(PATIENCE.replacementsPerDay()));
    }

    @Property
    @Rule({"E6", "P2"})
    void nothingThatStandsIsLostByOneLook(
            @ForAll("steps") @Size(max = 30) List<Step> before, @ForAll("step") Step last) {
        var up = new Step(new Up("vpce-1", "there"), Kin.NONE, Duration.ZERO, new Answer.TryLater("busy"));

        var end = Trail.begin().follow(before, Wanted.PRESENT).follow(List.of(up, last), Wanted.PRESENT);

        assertThat(end.shown().getLast()).isIn("ACTIVE", "PENDING_ACCEPTANCE");
    }

    @Property
    @Rule("P2")
    void whoCannotSeeAsksForNothing(@ForAll("steps") @Size(max = 30) List<Step> before, @ForAll Wanted wanted) {
        var trail = Trail.begin().follow(before, wanted);
        int asked = trail.given().size();
        var blind = new Step(new Unseen("?"), Kin.NONE, PATIENCE.creation(), new Answer.Accepted("vpce-1"));

        assertThat(trail.follow(List.of(blind, blind), wanted).given()).hasSize(asked);
    }

    @Provide
    Arbitrary<Observation> sight() {
        return Arbitraries.of(Samples.OBSERVATIONS.values())
                .filter(seen -> !(seen instanceof Absent || seen instanceof Unseen));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list();
    }

    @Provide
    Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.of(Samples.OBSERVATIONS.values()),
                        Arbitraries.of(Samples.KINS.values()),
                        Arbitraries.longs().between(0, 120_000).map(Duration::ofMillis),
                        Arbitraries.of(Samples.ANSWERS))
                .as(Step::new);
    }
}
