package io.keyward.endpoint.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ErrorCode;
import io.keyward.clouds.azure.AzureConfig;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.testkit.Rule;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E1")
class AzureNetworksTest {
    private static final String PROJECT = "32b6e34b3d91647abb20e7b8";
    private static final String OTHER = "42b6e34b3d91647abb20e7b9";
    private static final String PREFIX = "keyward.endpoint.azure.";
    private static final String WEST = "regions.\"westeurope\".";
    private static final String OF_PROJECT = "projects.\"" + PROJECT + "\".";

    @Test
    void servesNoRegionUnlessToldAndNeedsNothingThen() {
        var networks = read(Map.of());

        assertThat(networks.served(PROJECT)).isEmpty();
        assertThat(networks.subnet(PROJECT, "eastus2")).isEmpty();
        assertThat(networks.notServed()).isEqualTo(ErrorCode.INVALID_REGION);
    }

    /** All four kinds of subnets, and whom each serves. */
    @ParameterizedTest
    @CsvSource({
        OTHER + ",   eastus2,    all-eastus2",
        OTHER + ",   westeurope, west",
        PROJECT + ", eastus2,    project-eastus2",
        PROJECT + ", westeurope, project-west",
    })
    void theMostSpecificSubnetWins(String project, String region, String subnet) {
        var networks = networks(Map.of(
                PREFIX + "subnet-id", subnet("all-{region}"),
                PREFIX + WEST + "subnet-id", subnet("west"),
                PREFIX + OF_PROJECT + "subnet-id", subnet("project-{region}"),
                PREFIX + OF_PROJECT + WEST + "subnet-id", subnet("project-west")));

        assertThat(networks.subnet(project, region)).contains(subnet(subnet));
    }

    @Test
    void onlyRegionsOfOurCloudAreServed() {
        var networks = networks(Map.of(PREFIX + "subnet-id", subnet("all-{region}")));
        var china =
                networks(Map.of(PREFIX + "subnet-id", subnet("all-{region}"), PREFIX + "environment", "AZURE_CHINA"));

        assertThat(networks.served(PROJECT))
                .contains(new ProviderRegion("eastus2", "US_EAST_2"))
                .doesNotContain(
                        new ProviderRegion("chinaeast", "CHINA_EAST"),
                        new ProviderRegion("usgovvirginia", "US_GOV_VIRGINIA"));
        assertThat(china.served(PROJECT))
                .containsExactly(
                        new ProviderRegion("chinaeast", "CHINA_EAST"), new ProviderRegion("chinanorth", "CHINA_NORTH"));
    }

    @Test
    void findsARegionInEitherSpelling() {
        var east = new ProviderRegion("eastus2", "US_EAST_2");

        assertThat(read(Map.of()).find("eastus2")).contains(east);
        assertThat(read(Map.of()).find("US_EAST_2")).contains(east);
        assertThat(read(Map.of()).find("us-east-1")).isEmpty();
        assertThat(read(Map.of()).all()).contains(east);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant-id", "application-id", "application-secret", "subscription-id"})
    void namesWhatIsMissingOfOurselves(String key) {
        var settings = ourselves();
        settings.remove("keyward.azure." + key);
        settings.put(PREFIX + "subnet-id", subnet("all-{region}"));

        refused(settings, "keyward.azure." + key + " is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subnet-id                          | mine     | keyward.endpoint.azure.subnet-id is no resource id
            regions."nowhere".subnet-id        | ok       | keyward.endpoint.azure.regions."nowhere".subnet-id is for no region
            regions."chinaeast".subnet-id      | ok       | regions."chinaeast".subnet-id is for a region that is not in
            projects."none".subnet-id          | ok       | keyward.endpoint.azure.projects."none".subnet-id is for no project
            environment                        | MOON     | keyward.endpoint.azure.environment is MOON
            """)
    void namesTheKeyThatMakesNoSense(String key, String value, String complaint) {
        var settings = ourselves();
        settings.put(PREFIX + key, value.equals("ok") ? subnet("any") : value);

        refused(settings, complaint);
    }

    @Test
    void aRegionHasOneSubnetHoweverItIsSpelled() {
        var settings = ourselves();
        settings.put(PREFIX + "regions.\"eastus2\".subnet-id", subnet("one"));
        settings.put(PREFIX + "regions.\"US_EAST_2\".subnet-id", subnet("other"));

        refused(settings, "is for a region that has a subnet already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with blank", "-dash", "much-too-long-for-what-begins-the-names-of-all-our-endpoints"})
    void namesBeginWithTheInstallation(String installation) {
        assertThatThrownBy(() -> new AzureRequests("/endpoints", installation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyward.endpoint.azure.installation");
    }

    private static void refused(Map<String, String> settings, String complaint) {
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static AzureNetworks networks(Map<String, String> settings) {
        var all = ourselves();
        all.putAll(settings);
        return read(all);
    }

    private static AzureNetworks read(Map<String, String> settings) {
        var config = SimulatedAzure.settings(settings);
        return new AzureNetworks(
                config.getConfigMapping(AzureEndpointConfig.class),
                config.getConfigMapping(AzureConfig.class),
                config.getConfigMapping(AzureSubscription.class));
    }

    private static Map<String, String> ourselves() {
        return new HashMap<>(Map.of(
                "keyward.azure.tenant-id", "t",
                "keyward.azure.application-id", "a",
                "keyward.azure.application-secret", "s",
                "keyward.azure.subscription-id", "u"));
    }

    private static String subnet(String name) {
        return "/subscriptions/u/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/" + name;
    }
}
