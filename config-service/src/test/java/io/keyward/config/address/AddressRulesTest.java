package io.keyward.config.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {

    @Rule("A3")
    @Test
    void addressesAreAnsweredByCloudAndRegion() {
        ControlPlaneConfig config = config(Map.of(
                "keyward.control-plane.addresses.outbound.aws.us-east-1", "203.0.113.0/24,198.51.100.7",
                "keyward.control-plane.addresses.outbound.azure.US_EAST_2", "2001:db8::/32"));

        assertThat(AddressRules.read("outbound", config.outbound()))
                .isEqualTo(Map.of(
                        "aws", Map.of("us-east-1", List.of("203.0.113.0/24", "198.51.100.7/32")),
                        "azure", Map.of("eastus2", List.of("2001:db8:0:0:0:0:0:0/32")),
                        "gcp", Map.of()));
        assertThat(AddressRules.read("inbound", config.inbound()))
                .isEqualTo(Map.of("aws", Map.of(), "azure", Map.of(), "gcp", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "oracle.us-east-1, 203.0.113.0/24",
        "aws.moon-1,       203.0.113.0/24",
        "aws.us-east-1,    203.0.113.0/33",
        "gcp.us-east1,     kms.example"
    })
    void namesTheKeyThatCannotBe(String key, String value) {
        ControlPlaneConfig config = config(Map.of("keyward.control-plane.addresses.inbound." + key, value));

        assertThatThrownBy(() -> AddressRules.read("inbound", config.inbound()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyward.control-plane.addresses.inbound." + key.split("\\.")[0]);
    }

    private static ControlPlaneConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ControlPlaneConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(ControlPlaneConfig.class);
    }
}
