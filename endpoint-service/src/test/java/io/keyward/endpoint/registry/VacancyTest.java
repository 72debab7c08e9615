package io.keyward.endpoint.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mixture of a lineage A, B, C that a wish may find, in the order in which they came; {@code *}: somebody asked for it. */
class VacancyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final NewEndpoint WISH = new NewEndpoint("g", "AWS", "us-east-1");
    private static final Map<String, EndpointState> STATES = Map.of(
            "new", new EndpointState.Requested(NOW),
            "waiting", new AwaitingApproval("r", NOW, null),
            "ready", new Ready("r", "a", NOW, null),
            "failed", new Failed("no", null, NOW, null),
            "lost", new Lost("r", "gone", NOW, null),
            "replaced", new Replaced("r", "gone", NOW, "next"),
            "leaving", new Deleting("r", null, NOW, null));

    @Rule({"E1", "E5", "E6"})
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                  | Free",
                // one alone
                "A* new                             | Taken A",
                "A* waiting                         | Taken A",
                "A* ready                           | Taken A",
                "A* failed                          | Taken A",
                "A* lost                            | Taken A",
                "A* leaving                         | Taken A",
                // beside its successor
                "A* replaced, B new                 | Taken A",
                "A* replaced, B waiting             | Taken A",
                "A* replaced, B failed              | Taken A",
                "A* replaced, B replaced, C new     | Taken A",
                "A* ready, B leaving                | Taken A",
                // the successor stands, and nobody asked for it
                "A* replaced leaving, B ready       | Unclaimed B",
                "A* replaced leaving, B* ready      | Taken B",
                "B new                              | Unclaimed B",
                "B waiting                          | Unclaimed B",
                "B ready                            | Unclaimed B",
                "B failed                           | Unclaimed B",
                "B lost                             | Taken B",
                "B replaced, C new                  | Unclaimed C",
                "B replaced, C lost                 | Taken B",
                "B* replaced, C new                 | Taken B",
                // all of them go
                "A* replaced leaving, B leaving     | Taken B",
                "A* replaced leaving, B* leaving    | Taken B",
                "A* replaced leaving                | Free",
                "A* replaced leaving, B replaced leaving | Free",
                "B leaving                          | Taken B"
            })
    void isToldByWhatIsThere(String there, String vacancy) {
        var rows = there == null
                ? Collections.<EndpointEntity>emptyList()
                : Arrays.stream(there.split(", ")).map(VacancyTest::row).collect(Collectors.toList());

        assertThat(told(Vacancy.of(rows))).isEqualTo(vacancy);
        Collections.reverse(rows);
        assertThat(told(Vacancy.of(rows))).isEqualTo(vacancy);
    }

    private static String told(Vacancy vacancy) {
        return switch (vacancy) {
            case Vacancy.Free() -> "Free";
            case Vacancy.Unclaimed(var row) -> "Unclaimed " + row.id;
            case Vacancy.Taken(var row) -> "Taken " + row.id;
        };
    }

    private static EndpointEntity row(String words) {
        var parts = words.split(" ");
        var id = parts[0].substring(0, 1);
        var row = EndpointEntity.first(WISH, id, NOW.plusSeconds(id.charAt(0)));
        row.adopted = parts[0].endsWith("*");
        for (int i = 1; i < parts.length; i++) {
            var state = STATES.get(parts[i]);
            row.wanted = state instanceof Deleting ? Wanted.ABSENT : Wanted.PRESENT;
            row.enter(state, NOW);
        }
        return row;
    }
}
