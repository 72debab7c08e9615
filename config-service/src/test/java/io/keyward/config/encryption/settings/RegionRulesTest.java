package io.keyward.config.encryption.settings;

import static io.keyward.atlas.region.AwsRegion.AP_SOUTH_1;
import static io.keyward.atlas.region.AwsRegion.CN_NORTH_1;
import static io.keyward.atlas.region.AwsRegion.EU_WEST_1;
import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.ClusterUse.Place;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("C18")
class RegionRulesTest {
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";
    private static final String OTHER = "arn:aws:kms:us-east-1:111122223333:key/mrk-2";

    private final AtomicInteger minted = new AtomicInteger();
    private final Supplier<String> ids = () -> "new-" + minted.incrementAndGet();

    @ParameterizedTest
    @CsvSource({
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, EU_WEST_1,  arn:aws:kms:eu-west-1:111122223333:key/mrk-1",
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, US_EAST_1,  arn:aws:kms:us-east-1:111122223333:key/mrk-1",
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, CN_NORTH_1,",
        "arn:aws:kms:us-east-1:111122223333:key/12-34, EU_WEST_1,",
        "mrk-1,                                        EU_WEST_1,"
    })
    void aReplicaHasTheSameNameInAnotherRegionOfTheSamePartOfAws(String arn, AwsRegion region, String replica) {
        assertThat(RegionRules.replicaArn(arn, region).orElse(null)).isEqualTo(replica);
    }

    @ParameterizedTest
    @CsvSource({"mrk-1, true", "1234, false", ARN + ", true", "arn:aws:kms:us-east-1:111122223333:key/12-mrk-1, false"})
    void multiRegionKeysAreKnownByTheirId(String key, boolean expected) {
        assertThat(RegionRules.isMultiRegion(key)).isEqualTo(expected);
    }

    @Test
    void theSameKeyInTheSameRegionStaysTheSameKeyUse() {
        List<KeyInUse> keys = RegionRules.proved(
                state(key("home", US_EAST_1), key("eu", EU_WEST_1)),
                proof(ARN, US_EAST_1, EU_WEST_1, AP_SOUTH_1),
                Set.of(US_EAST_1, EU_WEST_1, AP_SOUTH_1),
                ids);

        assertThat(keys).extracting(KeyInUse::keyUseId).containsExactly("home", "eu", "new-1");
        assertThat(keys).allMatch(KeyInUse::acceptedValid);
    }

    @Test
    void anotherKeyIsAnotherKeyUseEverywhere() {
        List<KeyInUse> keys = RegionRules.proved(
                state(key("home", US_EAST_1), key("eu", EU_WEST_1)),
                proof(OTHER, US_EAST_1),
                Set.of(US_EAST_1, EU_WEST_1),
                ids);

        assertThat(keys).extracting(KeyInUse::keyUseId).containsExactly("new-1");
    }

    @Test
    void aRegionThatWasNotProvedKeepsTheSameKeyWhileItIsNeeded() {
        EncryptionState current = state(key("home", US_EAST_1), key("eu", EU_WEST_1), key("ap", AP_SOUTH_1));

        List<KeyInUse> keys = RegionRules.proved(current, proof(ARN, US_EAST_1), Set.of(US_EAST_1, EU_WEST_1), ids);

        assertThat(keys).extracting(KeyInUse::keyUseId).containsExactly("home", "eu");
    }

    @Test
    void adoptsEachRegionOnce() {
        EncryptionState current = state(key("home", US_EAST_1), key("eu", EU_WEST_1));

        assertThat(RegionRules.adopted(current, List.of(found(EU_WEST_1)), ids)).isEqualTo(current.keys());
        assertThat(RegionRules.adopted(current, List.of(found(AP_SOUTH_1)), ids))
                .extracting(KeyInUse::keyUseId)
                .containsExactly("home", "eu", "new-1");
    }

    @Test
    void fitsWhatClustersAndEndpointsNeed() {
        EncryptionState current = state(key("home", US_EAST_1), key("eu", EU_WEST_1), key("ap", AP_SOUTH_1));
        ClusterUse leaving = new ClusterUse("a", true, List.of(new Place("AWS", "eu-west-1"), new Place("GCP", "x")));

        assertThat(RegionRules.fitting(new Situation(current, true, List.of(leaving), Set.of()), ids))
                .extracting(KeyInUse::keyUseId)
                .containsExactly("home", "eu");
        assertThat(RegionRules.fitting(new Situation(current, true, List.of(), Set.of(AP_SOUTH_1)), ids))
                .extracting(KeyInUse::keyUseId)
                .containsExactly("home", "ap");
        assertThat(RegionRules.fitting(
                        new Situation(state(key("home", US_EAST_1)), true, List.of(), Set.of(EU_WEST_1, CN_NORTH_1)),
                        ids))
                .containsExactly(
                        key("home", US_EAST_1),
                        new KeyInUse("new-1", EU_WEST_1, found(EU_WEST_1).arn(), false, Instant.EPOCH));
        assertThat(RegionRules.fitting(
                        new Situation(EncryptionState.none("g"), true, List.of(), Set.of(EU_WEST_1)), ids))
                .isEmpty();
    }

    private static EncryptionState state(KeyInUse... keys) {
        EncryptionConfig config = new EncryptionConfig(new AwsKms(ARN, US_EAST_1, "role", true), false);
        return new EncryptionState("g", config, List.of(keys), 1);
    }

    private static KeyInUse key(String id, AwsRegion region) {
        return new KeyInUse(id, region, RegionRules.replicaArn(ARN, region).orElseThrow(), true, Instant.EPOCH);
    }

    private static InRegion found(AwsRegion region) {
        return new InRegion(region, RegionRules.replicaArn(ARN, region).orElseThrow(), true, Instant.EPOCH);
    }

    private static KeyProof proof(String arn, AwsRegion home, AwsRegion... others) {
        return new KeyProof(
                "role",
                new InRegion(home, arn, true, Instant.EPOCH),
                Stream.of(others).map(RegionRulesTest::found).toList());
    }
}
