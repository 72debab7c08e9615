package io.keyward.config.encryption.settings.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("C18")
class AwsKeyNamesTest {
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, EU_WEST_1,  arn:aws:kms:eu-west-1:111122223333:key/mrk-1",
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, US_EAST_1,  arn:aws:kms:us-east-1:111122223333:key/mrk-1",
        "arn:aws:kms:us-east-1:111122223333:key/mrk-1, CN_NORTH_1,",
        "arn:aws:kms:us-east-1:111122223333:key/12-34, EU_WEST_1,",
        "mrk-1,                                        EU_WEST_1,"
    })
    void aReplicaHasTheSameNameInAnotherRegionOfTheSamePartOfAws(String arn, AwsRegion region, String replica) {
        assertThat(AwsKeyNames.in(region, arn).orElse(null)).isEqualTo(replica);
    }

    @ParameterizedTest
    @CsvSource({"mrk-1, true", "1234, false", ARN + ", true", "arn:aws:kms:us-east-1:111122223333:key/12-mrk-1, false"})
    void multiRegionKeysAreKnownByTheirId(String key, boolean expected) {
        assertThat(AwsKeyNames.isMultiRegion(key)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "mrk-1, us-east-1, mrk-1, us-east-1, true",
        "mrk-1, us-east-1, mrk-1, eu-west-1, true",
        "mrk-1, us-east-1, mrk-2, us-east-1, false",
        "12-34, us-east-1, 12-34, us-east-1, true",
        "12-34, us-east-1, 12-34, eu-west-1, false",
        "mrk-1, us-east-1, mrk-1, cn-north-1, false",
    })
    void aMultiRegionKeyIsOneKeyWhereverItIs(String key, String region, String other, String there, boolean same) {
        String arn = "arn:aws:kms:%s:111122223333:key/%s";

        assertThat(AwsKeyNames.isSameKey(arn.formatted(region, key), arn.formatted(there, other)))
                .isEqualTo(same);
        assertThat(AwsKeyNames.isSameKey(arn.formatted(region, key), key)).isFalse();
    }
}
