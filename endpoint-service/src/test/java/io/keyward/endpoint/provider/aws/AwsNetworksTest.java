package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.endpoint.provider.ProviderRegion;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsNetworksTest {
    private static final String PROJECT = "32b6e34b3d91647abb20e7b8";
    private static final String PREFIX = "keyward.endpoint.aws.";
    private static final Map<String, String> EVERYWHERE = Map.of(
            PREFIX + "vpc-id", "vpc-1",
            PREFIX + "subnet-ids", "subnet-1,subnet-2",
            PREFIX + "security-group-ids", "sg-1");
    private static final Map<String, String> IRELAND = Map.of(
            PREFIX + "regions.eu-west-1.vpc-id", "vpc-9",
            PREFIX + "regions.eu-west-1.subnet-ids", "subnet-9",
            PREFIX + "regions.eu-west-1.security-group-ids", "sg-9");

    @Test
    void servesNoRegionUnlessTold() {
        assertThat(networks(Map.of()).served(PROJECT)).isEmpty();
        assertThat(networks(Map.of()).of("us-east-1")).isEmpty();
    }

    @Test
    void oneNetworkServesAllRegionsThatHaveNoneOfTheirOwn() {
        var settings = new HashMap<>(EVERYWHERE);
        settings.putAll(IRELAND);
        var networks = networks(settings);

        assertThat(networks.served(PROJECT)).containsExactlyElementsOf(networks.all());
        assertThat(networks.of("us-east-1"))
                .contains(new AwsNetwork("vpc-1", List.of("subnet-1", "subnet-2"), List.of("sg-1")));
        assertThat(networks.of("eu-west-1")).contains(new AwsNetwork("vpc-9", List.of("subnet-9"), List.of("sg-9")));
    }

    @Test
    void withoutItOnlyThoseAreServedThatHaveOne() {
        assertThat(networks(IRELAND).served(PROJECT)).containsExactly(new ProviderRegion("eu-west-1", "EU_WEST_1"));
        assertThat(networks(IRELAND).of("us-east-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpc-id", "subnet-ids", "security-group-ids"})
    void namesWhatIsMissing(String key) {
        var everywhere = new HashMap<>(EVERYWHERE);
        everywhere.remove(PREFIX + key);
        var ireland = new HashMap<>(IRELAND);
        ireland.remove(PREFIX + "regions.eu-west-1." + key);

        assertThatThrownBy(() -> networks(everywhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(PREFIX + key + " is missing");
        assertThatThrownBy(() -> networks(ireland)).hasMessageContaining(key + " is missing");
    }

    @Test
    void namesARegionThatIsNone() {
        var settings = Map.of(
                PREFIX + "regions.eu-moon-1.vpc-id", "vpc-9",
                PREFIX + "regions.eu-moon-1.subnet-ids", "subnet-9",
                PREFIX + "regions.eu-moon-1.security-group-ids", "sg-9");

        assertThatThrownBy(() -> networks(settings)).hasMessageContaining("eu-moon-1");
    }

    private static AwsNetworks networks(Map<String, String> settings) {
        return new AwsNetworks(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AwsEndpointConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AwsEndpointConfig.class));
    }
}
