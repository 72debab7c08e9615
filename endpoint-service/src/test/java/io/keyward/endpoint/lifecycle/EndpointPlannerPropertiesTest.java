package io.keyward.endpoint.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Command.Create;
import io.keyward.endpoint.lifecycle.Command.Nothing;
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
    private static final Patience PATIENCE = Samples.PATIENCE;

    /** A look, the time since the one before, and what the cloud says if it is asked for something. */
    record Step(Observation seen, Duration after, Answer answer) {}

    /** Where an endpoint is after some looks, and what was asked of the cloud on the way. */
    private record Trail(EndpointState state, Instant now, List<Instant> creations) {

        static Trail begin() {
            return new Trail(new Requested(T0), T0, new ArrayList<>());
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
            var decision = PLANNER.decide(wanted, state, step.seen(), Kin.NONE, at);
            if (decision.command() instanceof Create) {
                creations.add(at);
            }
            var next = decision.command() instanceof Nothing
                    ? decision.next()
                    : PLANNER.answered(decision.next(), step.answer(), at).next();
            return new Trail(next, at, creations);
        }
    }

    @Property
    @Rule("E4")
    void nothingIsInitiatingForEver(@ForAll("steps") @Size(max = 40) List<Step> steps, @ForAll("step") Step last) {
        var trail = Trail.begin().follow(steps, Wanted.PRESENT);

        var twice = new Step(last.seen(), PATIENCE.creation(), last.answer());
        var end = trail.follow(twice, Wanted.PRESENT).follow(twice, Wanted.PRESENT);

        assertThat(EndpointStatus.of(end.state())).isNotEqualTo(Optional.of(EndpointStatus.INITIATING));
    }

    @Property
    @Rule("E5")
    void whatIsToGoShowsAsGoingUntilItIsGone(
            @ForAll("steps") @Size(max = 30) List<Step> before, @ForAll("steps") @Size(max = 30) List<Step> after) {
        var trail = Trail.begin().follow(before, Wanted.PRESENT);
        var going = new Trail(EndpointPlanner.letGo(trail.state(), trail.now()), trail.now(), trail.creations());
        int asked = going.creations().size();

        for (Step step : after) {
            going = going.follow(step, Wanted.ABSENT);
            assertThat(EndpointStatus.of(going.state())).isIn(Optional.of(EndpointStatus.DELETING), Optional.empty());
        }

        assertThat(going.creations()).hasSize(asked);
    }

    @Property
    @Rule("E5")
    void whatTheCloudHasNoMoreIsGoneInTheEnd(@ForAll("steps") @Size(max = 30) List<Step> before) {
        var trail = Trail.begin().follow(before, Wanted.PRESENT);
        var answer = new Answer.TryLater("busy");

        var end = trail.follow(new Step(new GoingAway("vpce-1"), Duration.ZERO, answer), Wanted.ABSENT)
                .follow(new Step(new Absent(), PATIENCE.visibility(), answer), Wanted.ABSENT);

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
                new Step(new Up("vpce-1", "there"), Duration.ZERO, new Answer.TryLater("busy")), Wanted.PRESENT);

        var unseen = PLANNER.decide(
                Wanted.PRESENT, up.state(), new Unseen("?"), Kin.NONE, up.now().plus(Duration.ofDays(9)));

        assertThat(unseen.next()).isEqualTo(up.state());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list();
    }

    @Provide
    Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.of(Samples.OBSERVATIONS.values()),
                        Arbitraries.longs().between(0, 120_000).map(Duration::ofMillis),
                        Arbitraries.of(Samples.ANSWERS))
                .as(Step::new);
    }
}
