package io.keyward.local.chaos.validation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.validation.truth.Act.Effect;
import io.keyward.local.chaos.validation.truth.Act.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActPlanTest {
    private static final List<String> CLUSTERS = List.of("one", "two");

    @Test
    void theSameSeedDoesTheSame() {
        assertThat(acts(7, 1)).isEqualTo(acts(7, 1)).isNotEqualTo(acts(7, 2)).isNotEqualTo(acts(8, 1));
    }

    @Test
    void everythingHappensSooner() {
        assertThat(acts(1, 0)).extracting(Act::kind).contains(Kind.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatWasTakenAwayIsGivenBackBeforeItIsTakenAgain(long seed) {
        // When
        List<Kind> turns = acts(seed, 3).stream()
                .map(Act::kind)
                .filter(kind -> kind.effect() == Effect.TAKES_AWAY || kind.effect() == Effect.GIVES_BACK)
                .toList();

        // Then
        for (int number = 1; number < turns.size(); number += 2) {
            assertThat(List.of(turns.get(number - 1), turns.get(number)))
                    .isIn(
                            List.of(Kind.DISABLE, Kind.ENABLE),
                            List.of(Kind.SCHEDULE_DELETION, Kind.SAVE),
                            List.of(Kind.DENY, Kind.ALLOW),
                            List.of(Kind.DISTRUST, Kind.TRUST));
        }
    }

    @Test
    void theCureIsOfWhatIsAwayNow() {
        // Given
        ActPlan plan = new ActPlan(11, 0, CLUSTERS);

        // When
        Act taken = Stream.generate(plan::next)
                .filter(act -> act.kind() == Kind.DENY)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(taken.cluster()).isEmpty();
        assertThat(plan.cure()).isEqualTo(Kind.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onlyClustersThatShouldBeThereAreTouched(long seed) {
        Set<String> there = new HashSet<>(CLUSTERS);
        for (Act act : acts(seed, 0)) {
            switch (act.kind()) {
                case CREATE -> assertThat(there.add(act.cluster())).isTrue();
                case DELETE -> assertThat(there.remove(act.cluster())).isTrue();
                case PAUSE, UNPAUSE -> assertThat(there).contains(act.cluster());
                default -> assertThat(act.cluster()).isEmpty();
            }
        }
    }

    private static List<Act> acts(long seed, int project) {
        return Stream.generate(new ActPlan(seed, project, CLUSTERS)::next)
                .limit(300)
                .toList();
    }
}
