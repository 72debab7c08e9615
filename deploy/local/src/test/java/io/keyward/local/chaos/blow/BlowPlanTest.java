package io.keyward.local.chaos.blow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.blow.Blow.Kind;
import io.keyward.local.chaos.blow.Target.Lane;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlowPlanTest {
    private static final Duration LONGEST_LEASE = Duration.ofMillis(5_500);

    @ParameterizedTest
    @EnumSource(Lane.class)
    void theSameSeedStrikesTheSame(Lane lane) {
        assertThat(blows(7, lane)).isEqualTo(blows(7, lane)).isNotEqualTo(blows(8, lane));
    }

    @Test
    void everythingIsKilledAndFrozenSooner() {
        // When
        List<Blow> all = Arrays.stream(Lane.values())
                .flatMap(lane -> blows(1, lane).stream())
                .toList();

        // Then
        assertThat(Target.values()).allSatisfy(target -> assertThat(all)
                .filteredOn(blow -> blow.target() == target)
                .extracting(Blow::kind)
                .contains(Kind.values()));
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void whatIsFrozenStaysSoForLongerThanItsLeases(Lane lane) {
        assertThat(blows(3, lane))
                .filteredOn(blow -> blow.kind() == Kind.FREEZE)
                .allSatisfy(blow -> assertThat(blow.lasts()).isGreaterThan(LONGEST_LEASE));
    }

    private static List<Blow> blows(long seed, Lane lane) {
        return Stream.generate(new BlowPlan(seed, lane)::next).limit(60).toList();
    }
}
