package io.keyward.validation.enforcement.networking;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.testkit.Rule;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.endpoint.EndpointState;
import io.keyward.validation.enforcement.plan.Wrapping;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Rule("E9")
class PrivatePathRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final String VIRGINIA = "us-east-1";
    private static final String IRELAND = "eu-west-1";

    /** The whole table: what the cluster is under, and of which keys private networking is required. */
    @ParameterizedTest
    @CsvSource({
        // key provider, key ids, private | has a path
        "AWS,            ,        AWS,     true",
        "AWS,            k1,      AWS,     true",
        "AWS,            k1,      AZURE,   false",
        "AWS,            k1,      ,        false",
        "NONE,           ,        AWS,     false",
        // on its way from a key to none
        "NONE,           k1,      AWS,     true",
        "AZURE,          k1,      AWS,     false",
    })
    void onlyUnderAKeyThatIsToBeReachedPrivately(
            String keyProvider, @Nullable String keyIds, @Nullable String privately, boolean hasPath) {
        var cluster = new Wrapping(
                keyProvider, List.of(new CloudRegion("AWS", VIRGINIA)), keyIds == null ? List.of() : List.of(keyIds));
        var providers = privately == null ? Set.<String>of() : Set.of(privately);
        var networking = new Networking(providers, List.of(active("e1", VIRGINIA, NOON)));

        assertThat(PrivatePathRules.wanted(cluster, networking)).hasSize(hasPath ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(EndpointState.class)
    void onlyThroughAnEndpointThatCanBeUsed(EndpointState state) {
        var endpoint = endpoint("e1", VIRGINIA, state, NOON, "e1.example.org");

        assertThat(wanted(List.of(VIRGINIA), endpoint)).hasSize(state == EndpointState.ACTIVE ? 1 : 0);
        assertThat(wanted(List.of(VIRGINIA), endpoint("e1", VIRGINIA, state, NOON, null)))
                .isEmpty();
    }

    @Test
    void eachRegionHasItsNewestAndTheOthersNone() {
        var paths = wanted(
                List.of(VIRGINIA, IRELAND, "us-west-2"),
                active("e1", VIRGINIA, NOON),
                active("e2", VIRGINIA, LATER),
                active("e3", IRELAND, NOON),
                active("e4", "ap-south-1", NOON));

        assertThat(paths).containsExactly(path(IRELAND, "e3", null), path(VIRGINIA, "e2", null));
    }

    @Test
    void whoMovedToAnEndpointHasNotMovedToTheOneThatReplacesIt() {
        var first = List.of(path(VIRGINIA, "e1", null), path(IRELAND, "e3", null));
        var replaced = List.of(path(VIRGINIA, "e2", null), path(IRELAND, "e3", null));
        var reported = Map.of("e1", NOON, "e3", LATER, "unknown", NOON);

        assertThat(PrivatePathRules.moved(first, reported))
                .containsExactly(path(VIRGINIA, "e1", NOON), path(IRELAND, "e3", LATER));
        assertThat(PrivatePathRules.moved(replaced, reported))
                .containsExactly(path(VIRGINIA, "e2", null), path(IRELAND, "e3", LATER));
    }

    private static List<PrivatePath> wanted(List<String> regions, Endpoint... endpoints) {
        var cluster = new Wrapping(
                "AWS",
                regions.stream().map(region -> new CloudRegion("AWS", region)).toList(),
                List.of());
        return PrivatePathRules.wanted(cluster, new Networking(Set.of("AWS"), Arrays.asList(endpoints)));
    }

    private static PrivatePath path(String region, String endpointId, @Nullable Instant movedSince) {
        return new PrivatePath(region, endpointId, "vpce-" + endpointId, endpointId + ".example.org", movedSince);
    }

    private static Endpoint active(String id, String region, Instant since) {
        return endpoint(id, region, EndpointState.ACTIVE, since, id + ".example.org");
    }

    private static Endpoint endpoint(
            String id, String region, EndpointState state, Instant since, @Nullable String address) {
        return new Endpoint(id, "g", "AWS", region, state, since, "vpce-" + id, address, null, NOON, null, null);
    }
}
