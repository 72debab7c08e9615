package io.keyward.atlas.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTest {

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void everyRegionIsFoundUnderItsAtlasNameAndAPlaceOfItsUnderTheCloudsOwn(Cloud cloud) {
        regions(cloud).forEach(region -> {
            assertThat(cloud.region(region.atlasName()).map(CloudRegion.class::cast))
                    .contains(region);
            assertThat(cloud.region(region.cloudName()).map(CloudRegion::cloudName))
                    .contains(region.cloudName());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, eu-west-1, EU_WEST_1, eu-west-1",
        "AZURE, US_EAST_2, US_EAST_2, eastus2",
        "AZURE, northeurope, EUROPE_NORTH, northeurope",
        "AZURE, southeastasia, ASIA_SOUTH_EAST, southeastasia",
        "GCP, us-central1, CENTRAL_US, us-central1",
        "GCP, EASTERN_US_AW, EASTERN_US_AW, us-east1",
        "GCP, us-east1, EASTERN_US, us-east1",
        "GCP, asia-northeast1, NORTHEASTERN_ASIA_PACIFIC, asia-northeast1"
    })
    void regionsAreAcceptedInBothSpellings(Cloud cloud, String name, String atlasName, String cloudName) {
        CloudRegion region = cloud.region(name).orElseThrow();

        assertThat(region.atlasName()).isEqualTo(atlasName);
        assertThat(region.cloudName()).isEqualTo(cloudName);
    }

    @ParameterizedTest
    @CsvSource({"AWS, GLOBAL", "AWS, eastus", "AZURE, US_EAST_1", "AZURE, EASTUS", "GCP, us-east-1", "GCP, ''"})
    void regionsOfOtherCloudsAndOtherSpellingsAreNone(Cloud cloud, String name) {
        assertThat(cloud.region(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void everyCloudIsFoundUnderItsName(Cloud cloud) {
        assertThat(Cloud.find(cloud.name())).contains(cloud);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "aws", "TENANT", "GOOGLE", " AWS"})
    void nothingElseIsACloud(String name) {
        assertThat(Cloud.find(name)).isEmpty();
    }

    @Test
    void thereAreAsManyAsInTheContract() {
        assertThat(AzureRegion.values()).hasSize(56);
        assertThat(GoogleRegion.values()).hasSize(50);
    }

    private static Stream<CloudRegion> regions(Cloud cloud) {
        return Arrays.stream(
                switch (cloud) {
                    case AWS -> AwsRegion.values();
                    case AZURE -> AzureRegion.values();
                    case GCP -> GoogleRegion.values();
                });
    }
}
