package io.keyward.config.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.spec.CloudProvider;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.cluster.status.CustomerKey.PrivatePath;
import io.keyward.config.cluster.status.CustomerKey.PrivatePathProgress;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivatePathRulesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Place EAST = new Place(CloudProvider.AWS, "US_EAST_1");
    private static final Place WEST = new Place(CloudProvider.AWS, "EU_WEST_1");
    private static final Place ELSEWHERE = new Place(CloudProvider.GCP, "EASTERN_US");

    @Rule({"E6", "E9"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // endpoints of the region, oldest first, as id:status:minute; told, as id:minute (x: not moved)
                "-,                                      -,        NOT_COVERED, -,  -",
                "a:INITIATING:1,                         -,        NOT_COVERED, -,  -",
                "a:PENDING_ACCEPTANCE:1,                 -,        NOT_COVERED, -,  -",
                "a:FAILED:1,                             -,        NOT_COVERED, -,  -",
                "a:DELETING:1,                           a:3,      NOT_COVERED, -,  -",
                "a:ACTIVE:2,                             -,        MOVING,      a,  2",
                "a:ACTIVE:2,                             a:x,      MOVING,      a,  2",
                "a:ACTIVE:2,                             a:3,      MOVED,       a,  3",
                "a:PENDING_RECREATION:4,                 a:3,      NOT_COVERED, -,  4",
                "a:PENDING_RECREATION:4 b:INITIATING:5,  a:3,      NOT_COVERED, -,  4",
                "a:PENDING_RECREATION:4 b:ACTIVE:6,      a:3,      MOVING,      b,  6",
                "a:PENDING_RECREATION:4 b:ACTIVE:6,      b:x,      MOVING,      b,  6",
                "a:DELETING:7 b:ACTIVE:6,                b:8,      MOVED,       b,  8",
                "a:ACTIVE:6 b:DELETING:7,                a:3,      MOVED,       a,  3",
                "a:ACTIVE:2 b:ACTIVE:6,                  a:3,      MOVED,       a,  3",
                "a:ACTIVE:2 b:ACTIVE:6,                  b:8,      MOVED,       b,  8",
                "a:ACTIVE:2 b:ACTIVE:6,                  -,        MOVING,      b,  6",
                "a:PENDING_RECREATION:4 b:PENDING_RECREATION:9 c:INITIATING:9, b:8, NOT_COVERED, -, 9"
            })
    void aRegionIsMovedOnceItsNodesTakeItsEndpoint(
            @Nullable String endpoints,
            @Nullable String told,
            String status,
            @Nullable String endpointId,
            @Nullable Integer since) {
        assertThat(PrivatePathRules.paths(Set.of(EAST), endpoints("us-east-1", endpoints), told(told)))
                .containsExactly(
                        new PrivatePath(endpointId, "US_EAST_1", since == null ? null : minute(since), status));
    }

    @Rule("E9")
    @Test
    void everyRegionHasAWayOfItsOwnAndCounts() {
        List<PrivateEndpoint> endpoints = Stream.of(
                        endpoints("us-east-1", "a:ACTIVE:1"),
                        endpoints("eu-west-1", "b:ACTIVE:2"),
                        endpoints("ap-south-1", "c:ACTIVE:3"))
                .flatMap(List::stream)
                .toList();

        List<PrivatePath> paths = PrivatePathRules.paths(Set.of(EAST, WEST, ELSEWHERE), endpoints, told("b:4 c:4"));

        assertThat(paths)
                .containsExactly(
                        new PrivatePath("b", "EU_WEST_1", minute(4), "MOVED"),
                        new PrivatePath(null, "GCP EASTERN_US", null, "NOT_COVERED"),
                        new PrivatePath("a", "US_EAST_1", minute(1), "MOVING"));
        assertThat(PrivatePathRules.progress(paths)).isEqualTo(new PrivatePathProgress(1, 3));
        assertThat(new PrivatePathProgress(1, 3).isDone()).isFalse();
        assertThat(new PrivatePathProgress(3, 3).isDone()).isTrue();
    }

    private static List<PrivateEndpoint> endpoints(String region, @Nullable String text) {
        return parts(text)
                .map(one -> new PrivateEndpoint(one[0], Cloud.AWS, region, one[1], minute(Integer.parseInt(one[2]))))
                .toList();
    }

    private static List<EnforcementEvent.PrivatePath> told(@Nullable String text) {
        return parts(text)
                .map(one -> new EnforcementEvent.PrivatePath(
                        "us-east-1",
                        one[0],
                        "vpce-" + one[0],
                        "kms.example",
                        one[1].equals("x") ? null : minute(Integer.parseInt(one[1]))))
                .toList();
    }

    private static Stream<String[]> parts(@Nullable String text) {
        return text == null ? Stream.of() : Stream.of(text.split(" ")).map(one -> one.split(":"));
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
