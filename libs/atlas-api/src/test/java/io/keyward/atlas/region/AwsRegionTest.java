package io.keyward.atlas.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsRegionTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1, US_EAST_1",
        "US_EAST_1, US_EAST_1",
        "us-gov-west-1, US_GOV_WEST_1",
        "cn-northwest-1, CN_NORTHWEST_1",
        "AP_SOUTHEAST_7, AP_SOUTHEAST_7"
    })
    void areAcceptedInBothSpellings(String name, AwsRegion region) {
        assertThat(AwsRegion.parse(name)).isEqualTo(region);
    }

    @ParameterizedTest
    @EnumSource(AwsRegion.class)
    void everyOneIsFoundUnderBothItsNames(AwsRegion region) {
        assertThat(AwsRegion.find(region.cloudName())).contains(region);
        assertThat(AwsRegion.find(region.atlasName())).contains(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us_east_1", "US-EAST-1", "Us-East-1", "eu-nowhere-1", "GLOBAL", " us-east-1"})
    void nothingElseIsARegion(String name) {
        assertThatThrownBy(() -> AwsRegion.parse(name)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REGION);
            assertThat(refusal.parameters()).containsExactly(name);
        });
    }

    @Test
    void areThoseOfTheContract() {
        assertThat(AwsRegion.values()).hasSize(38);
    }
}
