package io.keyward.local.chaos.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.endpoint.Act.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPlanTest {
    private static final int ROUNDS = 100;
    private static final List<Spot> SPOTS = IntStream.range(0, 4)
            .boxed()
            .flatMap(project ->
                    List.of("us-east-1", "eu-west-1", "ap-south-1").stream().map(region -> new Spot(project, region)))
            .toList();

    @Test
    void theSameSeedIsTheSamePlanAndAnotherIsAnother() {
        assertThat(EndpointPlan.of(7, ROUNDS, SPOTS)).isEqualTo(EndpointPlan.of(7, ROUNDS, SPOTS));
        assertThat(EndpointPlan.of(8, ROUNDS, SPOTS)).isNotEqualTo(EndpointPlan.of(7, ROUNDS, SPOTS));
    }

    @Test
    void aShorterPlanIsTheBeginningOfALongerOne() {
        assertThat(EndpointPlan.of(7, ROUNDS, SPOTS))
                .startsWith(EndpointPlan.of(7, 3, SPOTS).toArray(Round[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4711})
    void everyKindOfActAndWeatherHappens(long seed) {
        List<Round> plan = EndpointPlan.of(seed, ROUNDS, SPOTS);

        assertThat(plan.stream().flatMap(round -> round.acts().stream()).map(Act::kind))
                .contains(Kind.values());
        assertThat(plan.stream().map(Round::weather)).contains(Weather.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4711})
    void ownersAskBeforeAnythingElseHappensToWhatTheyAskedFor(long seed) {
        Set<Spot> wanted = new HashSet<>();
        for (Round round : EndpointPlan.of(seed, ROUNDS, SPOTS)) {
            for (Act act : round.acts()) {
                assertThat(act.kind() == Kind.ASK || wanted.contains(act.spot()))
                        .isTrue();
                boolean stays = act.kind() == Kind.WITHDRAW ? wanted.remove(act.spot()) : wanted.add(act.spot());
                assertThat(stays || act.kind() != Kind.WITHDRAW).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4711})
    void everyKillComesWithinThreeSecondsOfAnActAndMostAtOnce(long seed) {
        List<Round> plan = EndpointPlan.of(seed, ROUNDS, SPOTS);

        assertThat(plan).allSatisfy(round -> assertThat(round.killAfter()).isLessThan(Duration.ofMillis(3400)));
        assertThat(plan.stream().map(EndpointPlanTest::sinceAct).filter(wait -> wait < 250))
                .hasSizeGreaterThan(ROUNDS / 3);
        assertThat(plan).allSatisfy(round -> assertThat(
                        round.acts().stream().map(Act::spot).collect(Collectors.toSet()))
                .hasSizeBetween(2, 5));
    }

    private static long sinceAct(Round round) {
        return round.acts().stream()
                .map(act -> round.killAfter().minus(act.after()).toMillis())
                .filter(wait -> wait >= 0)
                .min(Long::compare)
                .orElseThrow();
    }
}
