package io.keyward.atlas.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever the versions of a resource are and whenever they are asked for. */
@Rule("A5")
class VersionRulesPropertiesTest {

    @Property
    void theVersionThatAnswersIsTheNewestOfItsTime(
            @ForAll("versions") Set<VersionDate> served,
            @ForAll("versions") Set<VersionDate> gone,
            @ForAll("version") VersionDate asked) {
        // When
        VersionRules.Resolution resolution = VersionRules.resolve(List.of(asked.mediaType()), known(served, gone));

        // Then
        TreeSet<VersionDate> all = new TreeSet<>(served);
        all.addAll(gone);
        VersionDate newest = all.floor(asked);
        if (newest == null) {
            assertThat(resolution).isEqualTo(new VersionRules.Resolution.NotAcceptable());
        } else if (served.contains(newest)) {
            assertThat(resolution).isEqualTo(new VersionRules.Resolution.Served(newest));
        } else {
            assertThat(resolution).isEqualTo(new VersionRules.Resolution.Gone(newest));
        }
    }

    @Property
    void whatAnswersADateIsAnsweredByItself(
            @ForAll("versions") Set<VersionDate> served, @ForAll("version") VersionDate asked) {
        VersionRules.Known known = known(served, Set.of());
        if (VersionRules.resolve(List.of(asked.mediaType()), known) instanceof VersionRules.Resolution.Served first) {
            assertThat(VersionRules.resolve(List.of(first.version().mediaType()), known))
                    .isEqualTo(first);
        }
    }

    @Property
    void onlyTheNewestIsNotDeprecated(@ForAll("versions") Set<VersionDate> served) {
        VersionRules.Known known = known(served, Set.of());
        for (VersionDate version : served) {
            boolean newest = version.equals(new TreeSet<>(served).last());
            assertThat(VersionRules.deprecation(version, known).isEmpty()).isEqualTo(newest);
        }
    }

    @Property
    void noAcceptHeaderIsTooOddToBeAnswered(@ForAll String accept, @ForAll("versions") Set<VersionDate> served) {
        assertThat(VersionRules.resolve(List.of(accept), known(served, Set.of())))
                .isNotNull();
    }

    @Provide
    Arbitrary<Set<VersionDate>> versions() {
        return version().set().ofMaxSize(6);
    }

    /** Of few days, so that they often meet. */
    @Provide
    Arbitrary<VersionDate> version() {
        return Arbitraries.integers()
                .between(0, 20)
                .map(day -> new VersionDate(LocalDate.of(2023, 1, 1).plusDays(day)));
    }

    private static VersionRules.Known known(Set<VersionDate> served, Set<VersionDate> gone) {
        return new VersionRules.Known(new TreeSet<>(served), new TreeSet<>(gone), Map.of());
    }
}
