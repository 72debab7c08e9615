package io.keyward.validation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints are told as {@code a}, {@code a>b} (replaced by b) or {@code b<a} (replaces a). */
@Rule("E6")
class LineageTest {

    @ParameterizedTest
    @CsvSource({
        "a b c,         a b c",
        "a>b b c,       ab c",
        "a b<a c,       ab c",
        "c b<a a>b,     c ab",
        "c b a>b,       c ab",
        "a>b b>c c,     abc",
        "c b>c a>b,     abc",
        "c<b b<a a,     abc",
        "b a>b c<b,     abc",
        // one that is not known yet is no gap
        "a>b c<b,       ac",
        "c<b a>b,       ac",
    })
    void eitherSideOfAReplacementIsEnoughAndTheOldestIsFirst(String told, String expected) {
        assertThat(Lineage.of(endpoints(told)).stream().map(LineageTest::ids).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void nonsenseEnds() {
        assertThat(Lineage.of(endpoints("a>b b>a"))).isNotEmpty();
    }

    private static String ids(Lineage lineage) {
        return lineage.members().stream().map(Endpoint::id).collect(Collectors.joining());
    }

    private static List<Endpoint> endpoints(String told) {
        return Arrays.stream(told.split(" ")).map(LineageTest::endpoint).toList();
    }

    private static Endpoint endpoint(String told) {
        return switch (told.length() == 1 ? ' ' : told.charAt(1)) {
            case '>' -> endpoint(told.substring(0, 1), null, told.substring(2));
            case '<' -> endpoint(told.substring(0, 1), told.substring(2), null);
            default -> endpoint(told, null, null);
        };
    }

    private static Endpoint endpoint(String id, @Nullable String predecessor, @Nullable String successor) {
        return new Endpoint(
                id,
                "group",
                "AWS",
                "us-east-1",
                EndpointState.LOST,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                predecessor,
                successor);
    }
}
