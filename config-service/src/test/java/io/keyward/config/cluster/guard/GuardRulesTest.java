package io.keyward.config.cluster.guard;

import static io.keyward.config.cluster.spec.Requests.shard;
import static io.keyward.config.cluster.spec.Requests.shards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.refusal.ClusterError.BeyondPrivateNetworking;
import io.keyward.config.cluster.refusal.ClusterError.EndpointMissing;
import io.keyward.config.cluster.refusal.ClusterError.NotEnabled;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.cluster.spec.Requests;
import io.keyward.config.encryption.ProjectKeys.CurrentKey;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuardRulesTest {
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/";
    private static final CurrentKey MULTI = new CurrentKey("key", Cloud.AWS, ARN + "mrk-1", true, true);
    private static final CurrentKey SINGLE = new CurrentKey("key", Cloud.AWS, ARN + "1", false, true);
    private static final CurrentKey PUBLIC = new CurrentKey("key", Cloud.AWS, ARN + "1", false, false);
    private static final String VAULT = "https://orders-keys.vault.azure.net/keys/";
    private static final CurrentKey AZURE = new CurrentKey("key", Cloud.AZURE, VAULT + "orders/1", true, true);
    private static final CurrentKey AZURE_PUBLIC = new CurrentKey("key", Cloud.AZURE, VAULT + "orders/1", true, false);
    private static final CurrentKey GOOGLE = new CurrentKey("key", Cloud.GCP, "projects/p", true, false);
    private static final ClusterSpec EAST = sealed("AWS:US_EAST_1:3");
    private static final ClusterSpec WEST = sealed("AWS:EU_WEST_1:3");
    private static final ClusterSpec BOTH = sealed("AWS:US_EAST_1:2", "AWS:EU_WEST_1:1");
    private static final ClusterSpec TWO_CLOUDS = sealed("AWS:US_EAST_1:2", "GCP:EASTERN_US:1");
    private static final ClusterSpec ELSEWHERE = sealed("GCP:EASTERN_US:3");
    private static final ClusterSpec ON_AZURE = sealed("AZURE:US_EAST_2:3");
    private static final ClusterSpec AZURE_TWICE = sealed("AZURE:US_EAST_2:2", "AZURE:EUROPE_NORTH:1");
    private static final ClusterSpec AZURE_AND_AWS = sealed("AZURE:US_EAST_2:2", "AWS:US_EAST_1:1");
    private static final ClusterSpec PLAIN = plain("AWS:US_EAST_1:2", "GCP:EASTERN_US:1");

    @Rule({"K2", "K8", "C6", "C15"})
    @ParameterizedTest
    @MethodSource("keys")
    void aKeyReachesAsFarAsItsNetworkDoes(
            @Nullable ClusterSpec current,
            ClusterSpec next,
            @Nullable CurrentKey key,
            @Nullable Class<? extends ClusterError> expected) {
        Optional<ClusterError> error = GuardRules.checkKey(candidate(current, next), Optional.ofNullable(key));

        assertThat(error.map(Object::getClass)).isEqualTo(Optional.ofNullable(expected));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(null, EAST, null, NotEnabled.class),
                arguments(PLAIN, EAST, null, NotEnabled.class),
                arguments(null, PLAIN, null, null),
                arguments(null, PLAIN, SINGLE, null),
                arguments(null, EAST, SINGLE, null),
                arguments(null, BOTH, PUBLIC, null),
                arguments(null, BOTH, SINGLE, BeyondPrivateNetworking.class),
                arguments(null, BOTH, MULTI, null),
                arguments(EAST, BOTH, SINGLE, BeyondPrivateNetworking.class),
                arguments(EAST, BOTH, MULTI, null),
                arguments(null, TWO_CLOUDS, PUBLIC, null),
                arguments(null, TWO_CLOUDS, MULTI, BeyondPrivateNetworking.class),
                arguments(EAST, TWO_CLOUDS, MULTI, BeyondPrivateNetworking.class),
                arguments(PLAIN, TWO_CLOUDS, MULTI, BeyondPrivateNetworking.class),
                arguments(null, ELSEWHERE, PUBLIC, null),
                arguments(null, ELSEWHERE, MULTI, BeyondPrivateNetworking.class),
                arguments(null, ON_AZURE, AZURE, null),
                arguments(null, AZURE_TWICE, AZURE, null),
                arguments(null, AZURE_AND_AWS, AZURE, BeyondPrivateNetworking.class),
                arguments(ON_AZURE, AZURE_AND_AWS, AZURE, BeyondPrivateNetworking.class),
                arguments(AZURE_AND_AWS, AZURE_AND_AWS, AZURE, null),
                arguments(AZURE_AND_AWS, ON_AZURE, AZURE, null),
                arguments(AZURE_AND_AWS, EAST, AZURE, BeyondPrivateNetworking.class),
                arguments(null, EAST, AZURE, BeyondPrivateNetworking.class),
                arguments(null, ELSEWHERE, AZURE, BeyondPrivateNetworking.class),
                arguments(null, ON_AZURE, MULTI, BeyondPrivateNetworking.class),
                arguments(null, ON_AZURE, PUBLIC, null),
                arguments(null, EAST, AZURE_PUBLIC, null),
                arguments(null, ELSEWHERE, AZURE_PUBLIC, null),
                arguments(null, AZURE_AND_AWS, AZURE_PUBLIC, null),
                arguments(null, EAST, GOOGLE, null),
                arguments(null, ON_AZURE, GOOGLE, null),
                arguments(null, ELSEWHERE, GOOGLE, null),
                arguments(null, TWO_CLOUDS, GOOGLE, null),
                arguments(BOTH, BOTH, SINGLE, null),
                arguments(TWO_CLOUDS, PLAIN, MULTI, null));
    }

    @Rule("E8")
    @ParameterizedTest
    @MethodSource("moves")
    void onlyAddedNodesAreBound(@Nullable ClusterSpec current, ClusterSpec next, Set<String> gaining) {
        assertThat(GuardRules.gaining(current, next))
                .extracting(Place::toString)
                .containsExactlyInAnyOrderElementsOf(gaining);
    }

    static Stream<Arguments> moves() {
        return Stream.of(
                arguments(null, BOTH, Set.of("US_EAST_1", "EU_WEST_1")),
                arguments(null, PLAIN, Set.of("US_EAST_1", "GCP EASTERN_US")),
                arguments(EAST, EAST, Set.of()),
                arguments(EAST, BOTH, Set.of("EU_WEST_1")),
                arguments(BOTH, EAST, Set.of("US_EAST_1")),
                arguments(EAST, WEST, Set.of("EU_WEST_1")),
                arguments(EAST, sealed("AWS:US_EAST_1:5"), Set.of("US_EAST_1")),
                arguments(sealed("AWS:US_EAST_1:5"), EAST, Set.of()),
                arguments(EAST, sealed("AWS:US_EAST_1"), Set.of()),
                arguments(EAST, plain("AWS:US_EAST_1:3"), Set.of()));
    }

    @Rule({"E6", "E8"})
    @ParameterizedTest
    @MethodSource("endpoints")
    void nodesGoWhereAnEndpointIsActive(ClusterSpec next, String endpoints, List<String> missing) {
        Optional<ClusterError> error = GuardRules.checkEndpoints(
                candidate(null, next), GuardRules.gaining(null, next), Cloud.AWS, endpoints(endpoints));

        assertThat(error.map(EndpointMissing.class::cast).stream()
                        .flatMap(found -> found.gaps().stream())
                        .map(gap -> gap.region() + ": " + gap.words()))
                .containsExactlyElementsOf(missing);
    }

    static Stream<Arguments> endpoints() {
        String since = " since 2026-01-01T00:00:00Z, ";
        return Stream.of(
                arguments(BOTH, "", List.of()),
                arguments(EAST, "us-east-1:ACTIVE", List.of()),
                arguments(BOTH, "us-east-1:ACTIVE eu-west-1:ACTIVE", List.of()),
                arguments(BOTH, "us-east-1:ACTIVE", List.of("EU_WEST_1: there is none, make one")),
                arguments(
                        EAST,
                        "us-east-1:INITIATING",
                        List.of("US_EAST_1: INITIATING" + since + "wait until it is ACTIVE")),
                arguments(
                        EAST,
                        "us-east-1:PENDING_ACCEPTANCE",
                        List.of("US_EAST_1: PENDING_ACCEPTANCE" + since + "approve it in your cloud")),
                arguments(
                        BOTH,
                        "us-east-1:FAILED eu-west-1:DELETING",
                        List.of(
                                "EU_WEST_1: DELETING" + since + "make another one when it is gone",
                                "US_EAST_1: FAILED" + since
                                        + "its errorMessage says why; delete it and make another one")),
                arguments(
                        EAST,
                        "us-east-1:PENDING_RECREATION",
                        List.of("US_EAST_1: PENDING_RECREATION" + since
                                + "it was lost in the cloud and is about to be replaced")),
                arguments(
                        EAST,
                        "us-east-1:PENDING_RECREATION us-east-1:PENDING_RECREATION us-east-1:PENDING_ACCEPTANCE",
                        List.of("US_EAST_1: its replacement is PENDING_ACCEPTANCE" + since
                                + "approve it in your cloud")),
                arguments(EAST, "us-east-1:PENDING_RECREATION us-east-1:ACTIVE", List.of()),
                arguments(EAST, "us-east-1:DELETING us-east-1:ACTIVE", List.of()),
                arguments(EAST, "us-east-1:SOMETHING", List.of("US_EAST_1: SOMETHING since 2026-01-01T00:00:00Z")),
                arguments(PLAIN, "us-east-1:ACTIVE", List.of("GCP EASTERN_US: private endpoints are on AWS alone")));
    }

    /** An endpoint that was approved once binds whatever became of it, for as long as it is there. */
    @Rule("E8")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eastus2:ACTIVE                                |",
                "eastus2:INITIATING                            |",
                "eastus2:PENDING_ACCEPTANCE                    |",
                "eastus2:PENDING_RECREATION                    |",
                "eastus2:FAILED                                |",
                "eastus2:PENDING_ACCEPTANCE northeurope:FAILED |",
                "northeurope:ACTIVE                            | AZURE US_EAST_2: there is none, make one",
                "northeurope:DELETING:stood                    | AZURE US_EAST_2: there is none, make one",
                "northeurope:FAILED:stood                      | AZURE US_EAST_2: there is none, make one",
                "northeurope:PENDING_RECREATION:stood          | AZURE US_EAST_2: there is none, make one",
                "northeurope:ACTIVE eastus2:PENDING_ACCEPTANCE | AZURE US_EAST_2: PENDING_ACCEPTANCE, approve it in your cloud",
                "eastus2:PENDING_RECREATION:stood eastus2:PENDING_ACCEPTANCE"
                        + " | AZURE US_EAST_2: its replacement is PENDING_ACCEPTANCE, approve it in your cloud",
                "eastus2:PENDING_RECREATION:stood eastus2:ACTIVE |"
            })
    void onAzureTheFirstApprovalBinds(String endpoints, @Nullable String missing) {
        Optional<ClusterError> error = GuardRules.checkEndpoints(
                candidate(null, ON_AZURE), GuardRules.gaining(null, ON_AZURE), Cloud.AZURE, onAzure(endpoints));

        assertThat(error.map(EndpointMissing.class::cast).stream()
                        .flatMap(found -> found.gaps().stream())
                        .map(gap -> gap.region() + ": " + gap.words()))
                .isEqualTo(missing == null ? List.of() : List.of(missing));
    }

    private static List<PrivateEndpoint> onAzure(String text) {
        return Stream.of(text.split(" "))
                .map(one -> one.split(":"))
                .map(one -> new PrivateEndpoint("id", Cloud.AZURE, one[0], one[1], null, one.length > 2))
                .toList();
    }

    private static List<PrivateEndpoint> endpoints(String text) {
        return Stream.of(text.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .map(one -> one.split(":"))
                .map(one -> new PrivateEndpoint("id", Cloud.AWS, one[0], one[1], Instant.parse("2026-01-01T00:00:00Z")))
                .toList();
    }

    @Test
    void knowsWhenAKeyIsTakenOrLeft() {
        assertThat(candidate(null, EAST).takesKeySomewhere()).isTrue();
        assertThat(candidate(EAST, EAST).takesKeySomewhere()).isFalse();
        assertThat(candidate(EAST, BOTH).takesKeySomewhere()).isTrue();
        assertThat(candidate(BOTH, PLAIN).leavesKey()).isTrue();
        assertThat(candidate(PLAIN, BOTH).leavesKey()).isFalse();
        assertThat(candidate(PLAIN, BOTH).takesKeySomewhere()).isTrue();
        assertThat(candidate(PLAIN, PLAIN).takesKeySomewhere()).isFalse();
    }

    private static Candidate candidate(@Nullable ClusterSpec current, ClusterSpec next) {
        return new Candidate("project", "orders", current, next);
    }

    private static ClusterSpec sealed(String... regions) {
        return Requests.spec("{'name':'orders','encryptionAtRestProvider':'AWS'," + shards(shard(regions)) + "}");
    }

    private static ClusterSpec plain(String... regions) {
        return Requests.spec("{'name':'orders'," + shards(shard(regions)) + "}");
    }
}
