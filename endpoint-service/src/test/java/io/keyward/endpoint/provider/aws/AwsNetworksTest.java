package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ErrorCode;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.testkit.Rule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("E1")
class AwsNetworksTest {
    private static final String PROJECT = "32b6e34b3d91647abb20e7b8";
    private static final String OTHER = "42b6e34b3d91647abb20e7b9";
    private static final String PREFIX = "keyward.endpoint.aws.";
    private static final String IRELAND = "regions.\"eu-west-1\".";
    private static final String OF_PROJECT = "projects.\"" + PROJECT + "\".";
    private static final String OF_OTHER = "projects.\"" + OTHER + "\".";

    @Test
    void servesNoRegionUnlessTold() {
        assertThat(networks(Map.of()).served(PROJECT)).isEmpty();
        assertThat(networks(Map.of()).of(PROJECT, "us-east-1")).isEmpty();
    }

    /** All four kinds of networks, and whom each serves. */
    @ParameterizedTest
    @CsvSource({
        OTHER + ",   us-east-1, vpc-all",
        OTHER + ",   eu-west-1, vpc-ireland",
        PROJECT + ", us-east-1, vpc-project",
        PROJECT + ", eu-west-1, vpc-project-ireland",
    })
    void theMostSpecificNetworkWins(String project, String region, String vpc) {
        var networks = networks(together(
                network("", "vpc-all"),
                network(IRELAND, "vpc-ireland"),
                network(OF_PROJECT, "vpc-project"),
                network(OF_PROJECT + IRELAND, "vpc-project-ireland")));

        assertThat(networks.of(project, region))
                .contains(new AwsNetwork(
                        vpc, List.of("subnet-a-" + vpc, "subnet-b-" + vpc), List.of("sg-" + vpc), false));
        assertThat(networks.served(project)).containsExactlyElementsOf(networks.all());
    }

    @Test
    void aProjectsOwnNetworkComesBeforeThatOfARegion() {
        var networks = networks(together(network(IRELAND, "vpc-ireland"), network(OF_PROJECT, "vpc-project")));

        assertThat(networks.of(PROJECT, "eu-west-1")).map(AwsNetwork::vpcId).contains("vpc-project");
        assertThat(networks.of(OTHER, "eu-west-1")).map(AwsNetwork::vpcId).contains("vpc-ireland");
    }

    @Test
    void onlyThoseRegionsAreServedThatTheProjectComesToANetworkIn() {
        var networks =
                networks(together(network(IRELAND, "vpc-1"), network(OF_PROJECT + "regions.\"us-east-1\".", "vpc-2")));

        assertThat(networks.served(OTHER)).containsExactly(new ProviderRegion("eu-west-1", "EU_WEST_1"));
        assertThat(networks.served(PROJECT))
                .containsExactly(
                        new ProviderRegion("us-east-1", "US_EAST_1"), new ProviderRegion("eu-west-1", "EU_WEST_1"));
        assertThat(networks.of(OTHER, "us-east-1")).isEmpty();
        assertThat(networks.notServed()).isEqualTo(ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED);
    }

    @Test
    void findsARegionInEitherSpelling() {
        var virginia = new ProviderRegion("us-east-1", "US_EAST_1");

        assertThat(networks(Map.of()).find("us-east-1")).contains(virginia);
        assertThat(networks(Map.of()).find("US_EAST_1")).contains(virginia);
        assertThat(networks(Map.of()).find("eastus")).isEmpty();
    }

    static Stream<Arguments> namesWhatIsMissing() {
        return Stream.of("", IRELAND, OF_PROJECT, OF_PROJECT + IRELAND)
                .flatMap(scope -> Stream.of("vpc-id", "subnet-ids", "security-group-ids")
                        .map(piece -> Arguments.of(scope, piece)));
    }

    @ParameterizedTest
    @MethodSource
    void namesWhatIsMissing(String scope, String piece) {
        var settings = new HashMap<>(network(scope, "vpc-1"));
        settings.remove(PREFIX + scope + piece);

        refused(settings, PREFIX + scope + piece + " is missing");
    }

    @Test
    void privateDnsAloneIsNoNetwork() {
        refused(Map.of(PREFIX + "private-dns", "true"), PREFIX + "vpc-id is missing");
        assertThatCode(() -> networks(Map.of(PREFIX + "private-dns", "false"))).doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsForNobody() {
        refused(network("regions.\"eu-moon-1\".", "vpc-1"), PREFIX + "regions.\"eu-moon-1\".vpc-id");
        refused(network("projects.\"mine\".", "vpc-1"), PREFIX + "projects.\"mine\".vpc-id");
        refused(
                together(network("regions.\"us-east-1\".", "vpc-1"), network("regions.\"US_EAST_1\".", "vpc-2")),
                "has a network already");
    }

    @Test
    void aProjectThatAloneHasItsVpcMayHavePrivateDns() {
        var networks = networks(together(
                network("", "vpc-all"),
                network(OF_OTHER, "vpc-other"),
                dns(OF_PROJECT, "vpc-project"),
                dns(OF_PROJECT + IRELAND, "vpc-project")));

        assertThat(networks.of(PROJECT, "us-east-1"))
                .map(AwsNetwork::privateDns)
                .contains(true);
        assertThat(networks.of(PROJECT, "eu-west-1"))
                .map(AwsNetwork::privateDns)
                .contains(true);
        assertThat(networks.of(OTHER, "us-east-1")).map(AwsNetwork::privateDns).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", IRELAND})
    void aNetworkForAllMayNot(String scope) {
        refused(
                dns(scope, "vpc-1"),
                PREFIX + scope + "private-dns is true for a VPC that projects share. Set " + PREFIX
                        + "projects.\"<groupId>\".vpc-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", IRELAND, OF_OTHER, OF_OTHER + IRELAND})
    void norMayAProjectThatSharesItsVpc(String other) {
        refused(
                together(dns(OF_PROJECT, "vpc-1"), network(other, "vpc-1")),
                PREFIX + OF_PROJECT + "private-dns is true, and others are in the same VPC. Set " + PREFIX + other
                        + "vpc-id");
    }

    private static void refused(Map<String, String> settings, String saying) {
        assertThatThrownBy(() -> networks(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(saying);
    }

    private static Map<String, String> network(String scope, String vpc) {
        return Map.of(
                PREFIX + scope + "vpc-id", vpc,
                PREFIX + scope + "subnet-ids", "subnet-a-" + vpc + ",subnet-b-" + vpc,
                PREFIX + scope + "security-group-ids", "sg-" + vpc);
    }

    private static Map<String, String> dns(String scope, String vpc) {
        return together(network(scope, vpc), Map.of(PREFIX + scope + "private-dns", "true"));
    }

    @SafeVarargs
    private static Map<String, String> together(Map<String, String>... all) {
        var settings = new HashMap<String, String>();
        Stream.of(all).forEach(settings::putAll);
        return settings;
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
