package io.keyward.config.encryption.situation;

import static io.keyward.atlas.region.AwsRegion.EU_WEST_1;
import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.name.AwsKeyNames;
import io.keyward.config.encryption.situation.ClusterUse.Place;
import io.keyward.config.encryption.situation.PrivateNetworkingRules.Ending;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateNetworkingRulesTest {
    private static final String SINGLE = "arn:aws:kms:us-east-1:111122223333:key/12345678";
    private static final String MULTI = "arn:aws:kms:us-east-1:111122223333:key/mrk-12345678";
    private static final String OTHER = MULTI.replace("5678", "8765");
    private static final KeyAccess ACCESS = new KeyAccess.AssumedRole("arn:role", "external");
    private static final Optional<KmsConfig> OFF = Optional.empty();
    private static final Optional<KmsConfig> PUBLIC = config(MULTI, false);
    private static final Optional<KmsConfig> PRIVATE = config(MULTI, true);
    private static final Place VIRGINIA = new Place("AWS", "us-east-1");
    private static final Place IRELAND = new Place("AWS", "eu-west-1");
    private static final Place BELGIUM = new Place("GCP", "europe-west1");

    @Rule({"A2", "C6"})
    @ParameterizedTest(name = "{0}")
    @MethodSource("beginnings")
    void beginsOnlyWherePrivateEndpointsCanServe(
            String what, Situation situation, Optional<KmsConfig> next, List<String> reasons) {
        assertThat(PrivateNetworkingRules.obstacle(situation, next))
                .isEqualTo(
                        reasons.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(reasons)));
    }

    static Stream<Arguments> beginnings() {
        String inactive = "the project is not in the state ACTIVE";
        return Stream.of(
                arguments("nothing in the way", situation(PUBLIC, true), PRIVATE, List.of()),
                arguments("first configuration", situation(OFF, true), PRIVATE, List.of()),
                arguments("inactive", situation(PUBLIC, false), PRIVATE, List.of(inactive)),
                arguments("inactive and on already", situation(PRIVATE, false), PRIVATE, List.of()),
                arguments("inactive and stays public", situation(PUBLIC, false), PUBLIC, List.of()),
                arguments("inactive and disabled", situation(PUBLIC, false), OFF, List.of()),
                arguments(
                        "several regions, one key",
                        situation(config(SINGLE, false), true, cluster("a", false, VIRGINIA, IRELAND)),
                        config(SINGLE, true),
                        List.of(
                                "the cluster a runs in several regions (US_EAST_1, EU_WEST_1), and the key is a single-Region key")),
                arguments(
                        "several regions, replicas",
                        situation(PUBLIC, true, cluster("a", false, VIRGINIA, IRELAND)),
                        PRIVATE,
                        List.of()),
                arguments(
                        "another cloud",
                        situation(PUBLIC, true, cluster("a", false, BELGIUM)),
                        PRIVATE,
                        List.of("the cluster a runs on GCP, and private endpoints serve clusters on AWS alone")),
                arguments(
                        "all reasons at once",
                        situation(PUBLIC, false, cluster("a", false, VIRGINIA), cluster("b", false, VIRGINIA, BELGIUM)),
                        PRIVATE,
                        List.of(
                                inactive,
                                "the cluster b runs on several clouds (AWS, GCP), and private endpoints serve clusters on"
                                        + " AWS alone")),
                arguments(
                        "on its way out",
                        situation(PUBLIC, true, cluster("a", true, VIRGINIA, BELGIUM)),
                        PRIVATE,
                        List.of()));
    }

    @Rule({"C6", "C10", "C18"})
    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    void theKeyHasToBeWhereItIsReachedPrivately(
            String what,
            Situation situation,
            Optional<KmsConfig> next,
            KeyProof proof,
            Set<AwsRegion> endpoints,
            List<AwsRegion> missing) {
        assertThat(PrivateNetworkingRules.missing(situation, next.orElseThrow(), proof, endpoints))
                .isEqualTo(
                        missing.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new EncryptionError.NotReplicated(
                                        proof.home().name(), List.copyOf(missing))));
    }

    static Stream<Arguments> regions() {
        ClusterUse[] clusters = {cluster("a", false, IRELAND), cluster("b", true, BELGIUM)};
        Situation open = situation(PUBLIC, true, clusters);
        Situation closed = situation(PRIVATE, true, clusters);
        Set<AwsRegion> ireland = Set.of(EU_WEST_1);
        return Stream.of(
                arguments("begins, nowhere else", open, PRIVATE, proof(US_EAST_1), Set.of(), List.of(EU_WEST_1)),
                arguments("begins, replicated", open, PRIVATE, proof(US_EAST_1, EU_WEST_1), Set.of(), List.of()),
                arguments("stays public", open, PUBLIC, proof(US_EAST_1), Set.of(), List.of()),
                arguments(
                        "an endpoint of former times is no reason not to begin",
                        situation(PUBLIC, true),
                        PRIVATE,
                        proof(US_EAST_1),
                        ireland,
                        List.of()),
                arguments("the same key", closed, PRIVATE, proof(US_EAST_1), ireland, List.of()),
                arguments(
                        "another key, a cluster",
                        closed,
                        config(OTHER, true),
                        proofOf(OTHER, US_EAST_1),
                        Set.of(),
                        List.of(EU_WEST_1)),
                arguments(
                        "another key, an endpoint",
                        situation(PRIVATE, true),
                        config(OTHER, true),
                        proofOf(OTHER, US_EAST_1),
                        ireland,
                        List.of(EU_WEST_1)),
                arguments(
                        "another key, everywhere",
                        closed,
                        config(OTHER, true),
                        proofOf(OTHER, US_EAST_1, EU_WEST_1),
                        ireland,
                        List.of()));
    }

    @Test
    @Rule("C6")
    void anotherKeyHasToServeTheClustersThatAreThere() {
        Situation wide = situation(PRIVATE, true, cluster("a", false, VIRGINIA, IRELAND));

        assertThat(PrivateNetworkingRules.obstacle(wide, config(SINGLE, true)))
                .containsInstanceOf(EncryptionError.PrivateNetworkingNotSupported.class);
        assertThat(PrivateNetworkingRules.obstacle(wide, config(OTHER, true))).isEmpty();
        assertThat(PrivateNetworkingRules.obstacle(
                        situation(PRIVATE, false, cluster("a", false, VIRGINIA)), config(SINGLE, true)))
                .isEmpty();
    }

    @Rule({"C7", "C8"})
    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void endsWhatEndpointsRestOn(String what, Optional<KmsConfig> current, Optional<KmsConfig> next, Ending expected) {
        assertThat(PrivateNetworkingRules.ending(state(current), next)).isEqualTo(Optional.ofNullable(expected));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                arguments("off from public", PUBLIC, OFF, null),
                arguments("other key while public", PUBLIC, config(OTHER, false), null),
                arguments("turned on", PUBLIC, PRIVATE, null),
                arguments("stays private", PRIVATE, PRIVATE, null),
                arguments("other key", PRIVATE, config(OTHER, true), null),
                arguments("disabled", PRIVATE, OFF, Ending.DISABLED),
                arguments("public again", PRIVATE, PUBLIC, Ending.PUBLIC),
                arguments("other key and public", PRIVATE, config(OTHER, false), Ending.PUBLIC));
    }

    @Test
    @Rule("C10")
    void endpointsMatterToAnotherKeyBehindPrivateNetworking() {
        assertThat(PrivateNetworkingRules.mayChangeKeyPrivately(state(PRIVATE), config(OTHER, true)))
                .isTrue();
        assertThat(PrivateNetworkingRules.mayChangeKeyPrivately(state(PRIVATE), PRIVATE))
                .isFalse();
        assertThat(PrivateNetworkingRules.mayChangeKeyPrivately(state(PUBLIC), config(OTHER, true)))
                .isFalse();
        assertThat(PrivateNetworkingRules.mayChangeKeyPrivately(state(PRIVATE), OFF))
                .isFalse();
    }

    @Rule({"C7", "C8"})
    @ParameterizedTest
    @EnumSource(Ending.class)
    void everyEndingHasItsRefusal(Ending ending) {
        List<RegionEndpoints> left =
                RegionEndpoints.of(List.of(new PrivateEndpoint("e", Cloud.AWS, "eu-west-1", "DELETING", null)));

        assertThat(PrivateNetworkingRules.blocked(ending, left))
                .isEqualTo(
                        switch (ending) {
                            case DISABLED -> new EncryptionError.EndpointsKeepItEnabled(left);
                            case PUBLIC -> new EncryptionError.EndpointsKeepItPrivate(left);
                        });
    }

    @Test
    @Rule({"A2", "E1"})
    void admitsEndpointsOfActiveProjectsWithPrivateNetworking() {
        assertThat(PrivateNetworkingRules.notAdmitted(situation(PRIVATE, true))).isEmpty();
        assertThat(PrivateNetworkingRules.notAdmitted(situation(OFF, false)))
                .contains(new EncryptionError.NotEnabled("g"));
        assertThat(PrivateNetworkingRules.notAdmitted(situation(PUBLIC, false)))
                .contains(new EncryptionError.PrivateNetworkingNotRequired("g"));
        assertThat(PrivateNetworkingRules.notAdmitted(situation(PRIVATE, false)))
                .containsInstanceOf(EncryptionError.PrivateNetworkingNotSupported.class);
    }

    private static Situation situation(Optional<KmsConfig> config, boolean active, ClusterUse... clusters) {
        return new Situation(state(config), active, List.of(clusters), List.of(), Set.of());
    }

    private static ProviderState state(Optional<KmsConfig> config) {
        return config.map(key -> Situations.state(key, Situations.current("key", key.key())))
                .orElseGet(Situations::off);
    }

    private static Optional<KmsConfig> config(String key, boolean privately) {
        return Optional.of(Situations.config(key, privately));
    }

    private static ClusterUse cluster(String name, boolean leaving, Place... places) {
        return Situations.cluster(name, leaving, List.of("key"), places);
    }

    private static KeyProof proof(AwsRegion home, AwsRegion... others) {
        return proofOf(MULTI, home, others);
    }

    private static KeyProof proofOf(String arn, AwsRegion home, AwsRegion... others) {
        return new KeyProof(
                ACCESS,
                InRegion.untried(home, arn),
                Stream.of(others)
                        .map(region -> InRegion.untried(
                                region, AwsKeyNames.in(region, arn).orElseThrow()))
                        .toList(),
                Set.of());
    }
}
