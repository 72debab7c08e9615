package io.keyward.config.encryption.situation;

import static io.keyward.atlas.region.AwsRegion.AP_SOUTH_1;
import static io.keyward.atlas.region.AwsRegion.CN_NORTH_1;
import static io.keyward.atlas.region.AwsRegion.EU_WEST_1;
import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static io.keyward.config.encryption.situation.Situations.LATER;
import static io.keyward.config.encryption.situation.Situations.LONG_AGO;
import static io.keyward.config.encryption.situation.Situations.cluster;
import static io.keyward.config.encryption.situation.Situations.config;
import static io.keyward.config.encryption.situation.Situations.current;
import static io.keyward.config.encryption.situation.Situations.former;
import static io.keyward.config.encryption.situation.Situations.situation;
import static io.keyward.config.encryption.situation.Situations.snapshot;
import static io.keyward.config.encryption.situation.Situations.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.encryption.settings.name.AwsKeyNames;
import io.keyward.config.encryption.situation.ClusterUse.Place;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Rule("C18")
class RegionRulesTest {
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";
    private static final String OTHER = "arn:aws:kms:us-east-1:111122223333:key/mrk-2";

    private static final KeyAccess ACCESS = new KeyAccess.AssumedRole("arn:role", "external");
    private static final KmsConfig CONFIG = config(ARN, true);
    private static final ProviderState CURRENT = state(CONFIG, current("key", ARN, EU_WEST_1));
    private static final Place VIRGINIA = new Place("AWS", "us-east-1");
    private static final Place IRELAND = new Place("AWS", "eu-west-1");
    private static final Place MUMBAI = new Place("AWS", "ap-south-1");

    private final AtomicInteger minted = new AtomicInteger();
    private final Supplier<String> ids = () -> "new-" + minted.incrementAndGet();

    @Test
    void theSameKeyInTheSameRegionStaysTheSameKeyUse() {
        List<ProjectKey> keys = proved(
                situation(CURRENT, cluster("a", false, List.of("key"), MUMBAI)),
                proof(ARN, US_EAST_1, EU_WEST_1, AP_SOUTH_1));

        assertThat(ids(keys)).containsExactly("key: key-us-east-1 key-eu-west-1 new-1");
        assertThat(keys.getFirst().uses()).allMatch(KeyInUse::acceptedValid);
        assertThat(keys.getFirst().since()).isEqualTo(LONG_AGO);
    }

    @Test
    void aRegionThatWasNotProvedKeepsTheSameKeyWhileItIsNeeded() {
        ProviderState current = state(CONFIG, current("key", ARN, EU_WEST_1, AP_SOUTH_1));

        assertThat(ids(proved(situation(current, cluster("a", false, List.of("key"), IRELAND)), proof(ARN, US_EAST_1))))
                .containsExactly("key: key-us-east-1 key-eu-west-1");
    }

    @Test
    void itsHomeMovesWithTheConfigurationAndItStaysTheSameKey() {
        List<ProjectKey> keys = proved(
                situation(CURRENT, cluster("a", false, List.of("key"), VIRGINIA)),
                new KeyProof(ACCESS, found(EU_WEST_1), List.of(found(US_EAST_1)), Set.of()));

        assertThat(ids(keys)).containsExactly("key: key-eu-west-1 key-us-east-1");
        assertThat(keys.getFirst().home()).isEqualTo(EU_WEST_1);
        assertThat(keys.getFirst().since()).isEqualTo(LONG_AGO);
    }

    @Test
    @Rule("C10")
    void anotherKeyLeavesTheFormerOneWhereSomethingIsUnderIt() {
        ClusterUse inIreland = cluster("a", false, List.of("key"), IRELAND);
        ClusterUse leaving = cluster("b", true, List.of("key"), VIRGINIA);
        ProviderState wide = state(CONFIG, current("key", ARN, EU_WEST_1, AP_SOUTH_1));
        Situation backedUp = new Situation(CURRENT, true, List.of(), List.of(snapshot("s", "key")), Set.of());

        assertThat(ids(proved(situation(CURRENT), proof(OTHER, US_EAST_1)))).containsExactly("new-1: new-2");
        assertThat(ids(proved(situation(wide, inIreland), proof(OTHER, US_EAST_1))))
                .containsExactly("new-3: new-4", "key (former): key-us-east-1 key-eu-west-1");
        assertThat(ids(proved(situation(wide, leaving), proof(OTHER, US_EAST_1))))
                .containsExactly("new-5: new-6", "key (former): key-us-east-1");
        assertThat(ids(proved(backedUp, proof(OTHER, US_EAST_1))))
                .containsExactly("new-7: new-8", "key (former): key-us-east-1");
    }

    @Test
    @Rule({"C10", "C16"})
    void anotherKeyStartsItsClockAndOneThatCameBackStartsItAgain() {
        ClusterUse under = cluster("a", false, List.of("key", "old"), VIRGINIA);
        ProviderState twoKeys = state(CONFIG, current("key", ARN), former("old", OTHER));

        List<ProjectKey> back = proved(situation(twoKeys, under), proof(OTHER, US_EAST_1));

        assertThat(ids(back)).containsExactly("old: old-us-east-1", "key (former): key-us-east-1");
        assertThat(back).extracting(ProjectKey::since).containsExactly(LATER, LONG_AGO);
        assertThat(back).extracting(ProjectKey::replacedAt).containsExactly(null, LATER);
    }

    @Test
    @Rule({"C10", "R7"})
    void severalFormerKeysStayAndOneRoleOpensThemAll() {
        ClusterUse under = cluster("a", false, List.of("key", "old"), VIRGINIA);
        ProviderState twoKeys = state(CONFIG, current("key", ARN), former("old", OTHER));

        List<ProjectKey> keys = RegionRules.proved(
                situation(twoKeys, under),
                new AwsKms(OTHER, US_EAST_1, "another", true),
                proof(OTHER.replace("mrk-2", "34"), US_EAST_1),
                ids,
                LATER);

        assertThat(ids(keys))
                .containsExactly("new-1: new-2", "key (former): key-us-east-1", "old (former): old-us-east-1");
        assertThat(keys).extracting(ProjectKey::opener).containsOnly(new Opener.Role(Cloud.AWS, "another"));
        assertThat(keys).extracting(ProjectKey::replacedAt).containsExactly(null, LATER, LONG_AGO);
    }

    @Test
    @Rule({"C8", "C10"})
    void givenUpKeysStayWhileSomethingIsUnderThem() {
        ProviderState twoKeys = state(CONFIG, current("key", ARN), former("old", OTHER));
        Situation backedUp = new Situation(twoKeys, true, List.of(), List.of(snapshot("s", "old")), Set.of());

        assertThat(RegionRules.givenUp(situation(twoKeys), LATER)).isEmpty();
        assertThat(ids(RegionRules.givenUp(backedUp, LATER))).containsExactly("old (former): old-us-east-1");
        assertThat(ids(RegionRules.givenUp(situation(twoKeys, cluster("a", true, List.of("key"), VIRGINIA)), LATER)))
                .containsExactly("key (former): key-us-east-1");
    }

    @Test
    void adoptsEachRegionOnce() {
        ProviderState current = state(CONFIG, current("key", ARN, EU_WEST_1), former("old", OTHER));

        assertThat(RegionRules.adopted(current, List.of(found(EU_WEST_1)), ids)).isEqualTo(current.keys());
        assertThat(ids(RegionRules.adopted(current, List.of(found(AP_SOUTH_1)), ids)))
                .containsExactly("key: key-us-east-1 key-eu-west-1 new-1", "old (former): old-us-east-1");
    }

    @Test
    void fitsWhatClustersAndEndpointsNeed() {
        ProviderState wide = state(CONFIG, current("key", ARN, EU_WEST_1, AP_SOUTH_1));
        ClusterUse leaving = cluster("a", true, List.of("key"), IRELAND, new Place("GCP", "x"));

        assertThat(ids(RegionRules.fitting(situation(wide, leaving), ids)))
                .containsExactly("key: key-us-east-1 key-eu-west-1");
        assertThat(ids(RegionRules.fitting(withEndpoints(wide, AP_SOUTH_1), ids)))
                .containsExactly("key: key-us-east-1 key-ap-south-1");
        assertThat(RegionRules.fitting(withEndpoints(state(CONFIG, current("key", ARN)), EU_WEST_1, CN_NORTH_1), ids)
                        .getFirst()
                        .uses())
                .contains(new KeyInUse("new-1", EU_WEST_1, found(EU_WEST_1).name(), false, Instant.EPOCH))
                .hasSize(2);
        assertThat(RegionRules.fitting(withEndpoints(Situations.none(), EU_WEST_1), ids))
                .isEmpty();
    }

    @Test
    @Rule("C10")
    void aFormerKeyGoesWithTheLastThatIsUnderIt() {
        ProviderState twoKeys = state(CONFIG, current("key", ARN), former("old", OTHER, EU_WEST_1));
        ClusterUse moving = cluster("a", false, List.of("key", "old"), VIRGINIA);
        ClusterUse moved = cluster("a", false, List.of("key"), VIRGINIA);

        assertThat(ids(RegionRules.fitting(situation(twoKeys, moving), ids)))
                .containsExactly("key: key-us-east-1", "old (former): old-us-east-1");
        assertThat(ids(RegionRules.fitting(situation(twoKeys, moved), ids))).containsExactly("key: key-us-east-1");
    }

    private List<ProjectKey> proved(Situation now, KeyProof proof) {
        return RegionRules.proved(now, CONFIG, proof, ids, LATER);
    }

    private static Situation withEndpoints(ProviderState state, AwsRegion... regions) {
        return new Situation(state, true, List.of(), List.of(), Set.of(regions));
    }

    /** Each key as {@code id: key uses}. */
    private static List<String> ids(List<ProjectKey> keys) {
        return keys.stream()
                .map(key -> key.id()
                        + (key.isFormer() ? " (former): " : ": ")
                        + key.uses().stream().map(KeyInUse::keyUseId).collect(Collectors.joining(" ")))
                .toList();
    }

    private static InRegion found(AwsRegion region) {
        return new InRegion(region, AwsKeyNames.in(region, ARN).orElseThrow(), true, Instant.EPOCH);
    }

    private static KeyProof proof(String arn, AwsRegion home, AwsRegion... others) {
        return new KeyProof(
                ACCESS,
                new InRegion(home, arn, true, Instant.EPOCH),
                Stream.of(others).map(RegionRulesTest::found).toList(),
                Set.of());
    }
}
