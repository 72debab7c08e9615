package io.keyward.atlas.version;

import static io.keyward.atlas.MediaTypes.V2023_01_01;
import static io.keyward.atlas.MediaTypes.V2023_02_01;
import static io.keyward.atlas.MediaTypes.V2024_08_05;
import static io.keyward.atlas.MediaTypes.V2024_10_23;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("A5")
class VersionRulesTest {
    private static final VersionRules.Known KNOWN =
            known(List.of(V2023_02_01, V2024_08_05, V2024_10_23), List.of(V2023_01_01));

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            application/vnd.atlas.2023-02-01+json                                   | 2023-02-01
            application/vnd.atlas.2023-02-02+json                                   | 2023-02-01
            application/vnd.atlas.2024-08-04+json                                   | 2023-02-01
            application/vnd.atlas.2024-08-05+json                                   | 2024-08-05
            application/vnd.atlas.2024-10-22+json                                   | 2024-08-05
            application/vnd.atlas.2025-03-12+json                                   | 2024-10-23
            application/vnd.atlas.2999-12-31+json                                   | 2024-10-23
            Application/VND.Atlas.2024-08-05+JSON                                   | 2024-08-05
            application/vnd.atlas.2024-08-05+json; charset=utf-8                    | 2024-08-05
            application/vnd.atlas.2024-08-05+json;q=0.5, application/vnd.atlas.2023-02-01+json | 2023-02-01
            application/vnd.atlas.2019-01-01+json, */*;q=0.1                        | 2023-02-01
            application/vnd.atlas.2024-08-05+json;q=0, application/json             | 2023-02-01
            application/json                                                        | 2023-02-01
            application/json; charset=utf-8                                         | 2023-02-01
            */*                                                                     | 2023-02-01
            text/html, application/*;q=0.8                                          | 2023-02-01
            application/vnd.atlas.2023-01-01+json                                   | gone 2023-01-01
            application/vnd.atlas.2023-01-31+json                                   | gone 2023-01-01
            application/vnd.atlas.2022-12-31+json                                   | none
            application/vnd.atlas.2024-13-45+json                                   | none
            application/vnd.atlas.2024-08-05+csv                                    | none
            application/vnd.atlas.preview+json                                      | none
            application/vnd.atlas.2024-8-5+json                                     | none
            text/html                                                               | none
            ;;;                                                                     | none
            application/vnd.atlas.2024-08-05+json;q=0.9, application/json;q=0        | 2024-08-05
            """)
    void picksTheNewestThatIsNotAfterTheDate(String accept, String expected) {
        assertThat(say(VersionRules.resolve(List.of(accept), KNOWN))).isEqualTo(expected);
    }

    @Test
    void withoutAnAcceptHeaderTheOldestServedAnswers() {
        assertThat(say(VersionRules.resolve(List.of(), KNOWN))).isEqualTo("2023-02-01");
        assertThat(say(VersionRules.resolve(List.of("  "), KNOWN))).isEqualTo("2023-02-01");
    }

    @Test
    void whenAllAreGoneNothingAnswersThoseWhoNameNoDate() {
        // Given
        VersionRules.Known none = known(List.of(), List.of(V2023_01_01));

        // Then
        assertThat(say(VersionRules.resolve(List.of("*/*"), none))).isEqualTo("none");
        assertThat(say(VersionRules.resolve(List.of(V2024_08_05), none))).isEqualTo("gone 2023-01-01");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2023-02-01, 'Mon, 5 Aug 2024 00:00:00 GMT', 'Thu, 1 Jul 2027 00:00:00 GMT'",
        "2024-08-05, 'Wed, 23 Oct 2024 00:00:00 GMT', ",
        "2024-10-23, , "
    })
    void aVersionIsDeprecatedFromTheDayOfTheNextOne(LocalDate version, String since, String sunset) {
        // Given
        VersionDate old = new VersionDate(LocalDate.of(2023, 2, 1));
        VersionRules.Known known =
                new VersionRules.Known(KNOWN.served(), KNOWN.gone(), Map.of(old, LocalDate.of(2027, 7, 1)));

        // When
        Optional<Deprecation> deprecation = VersionRules.deprecation(new VersionDate(version), known);

        // Then
        assertThat(deprecation.map(Deprecation::sinceHeader)).isEqualTo(Optional.ofNullable(since));
        assertThat(deprecation.flatMap(Deprecation::sunsetHeader)).isEqualTo(Optional.ofNullable(sunset));
    }

    private static VersionRules.Known known(List<String> served, List<String> gone) {
        return new VersionRules.Known(VersionDate.all(served), VersionDate.all(gone), Map.of());
    }

    private static String say(VersionRules.Resolution resolution) {
        return switch (resolution) {
            case VersionRules.Resolution.Served served ->
                served.version().date().toString();
            case VersionRules.Resolution.Gone gone -> "gone " + gone.version().date();
            case VersionRules.Resolution.NotAcceptable none -> "none";
        };
    }
}
