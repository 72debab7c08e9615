package io.keyward.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.endpoint.api.EndpointRules.Plan;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.testkit.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointRulesTest {
    private static final String PROJECT = "32b6e34b3d91647abb20e7b8";
    private static final ProviderRegion VIRGINIA = new ProviderRegion("us-east-1", "US_EAST_1");
    private static final ProviderRegion IRELAND = new ProviderRegion("eu-west-1", "EU_WEST_1");
    private static final ProviderRegion HONG_KONG = new ProviderRegion("ap-east-1", "AP_EAST_1");
    private static final List<ProviderRegion> SERVED = List.of(VIRGINIA, IRELAND);
    private static final RegionCatalogue REGIONS = new Regions();

    @Rule("E1")
    @ParameterizedTest
    @CsvSource({"US_EAST_1,US_EAST_1", "us-east-1,US_EAST_1", "EU_WEST_1,EU_WEST_1", "eu-west-1,EU_WEST_1"})
    void takesARegionInEitherSpelling(String name, String region) {
        assertThat(plan(request(name, null)))
                .isEqualTo(new Plan.Accepted(REGIONS.find(region).orElseThrow()));
    }

    @Test
    void theProviderMayBeSaidAgain() {
        assertThat(plan(request("US_EAST_1", "AWS"))).isEqualTo(new Plan.Accepted(VIRGINIA));
    }

    @Rule("E1")
    @ParameterizedTest
    @MethodSource
    void refuses(EndpointRequest request, EndpointError error) {
        assertThat(plan(request)).isEqualTo(new Plan.Refused(error));
    }

    static Stream<Object[]> refuses() {
        return Stream.of(
                new Object[] {request("US_EAST_1", "AZURE"), new EndpointError.OtherProvider("AZURE", "AWS")},
                new Object[] {request("US_EAST_1", ""), new EndpointError.OtherProvider("", "AWS")},
                new Object[] {request(null, null), new EndpointError.RegionMissing()},
                new Object[] {request("", null), unknown("")},
                new Object[] {request("Us_East_1", null), unknown("Us_East_1")},
                new Object[] {request("us_east-1", null), unknown("us_east-1")},
                new Object[] {request("US_EAST_1 ", null), unknown("US_EAST_1 ")},
                new Object[] {request("US_EAST_9", null), unknown("US_EAST_9")},
                new Object[] {request("EASTUS", null), unknown("EASTUS")},
                new Object[] {
                    request("AP_EAST_1", null),
                    new EndpointError.RegionWithoutNetwork(HONG_KONG, SERVED, REGIONS.notServed())
                });
    }

    @Test
    void everyRefusalHasItsCodeAndNamesWhatBlocks() {
        told(
                new EndpointError.ProviderNotServed("GCP", List.of("AWS", "AZURE")),
                ErrorCode.INVALID_PROVIDER,
                "GCP",
                "Allowed: AWS, AZURE.",
                "VPC Service Controls");
        told(
                new EndpointError.ProviderNotServed("AZURE", List.of("AWS")),
                ErrorCode.INVALID_PROVIDER,
                "AZURE has no private endpoints in this installation. Allowed: AWS.");
        told(new EndpointError.OtherProvider("AZURE", "AWS"), ErrorCode.INVALID_ATTRIBUTE, "AZURE", "AWS");
        told(new EndpointError.RegionMissing(), ErrorCode.MISSING_ATTRIBUTE, "regionName");
        told(unknown("MOON"), ErrorCode.INVALID_REGION, "MOON", "region of AWS", "US_EAST_1, EU_WEST_1");
        told(
                new EndpointError.RegionWithoutNetwork(HONG_KONG, SERVED, REGIONS.notServed()),
                ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED,
                "AP_EAST_1",
                "US_EAST_1, EU_WEST_1");
        told(
                new EndpointError.RegionWithoutNetwork(HONG_KONG, List.of(), REGIONS.notServed()),
                ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED,
                "no region");
        told(new EndpointError.Overtaken(), ErrorCode.CONCURRENT_MODIFICATION, "repeat");
        told(new EndpointError.NotFound("g", "e"), ErrorCode.RESOURCE_NOT_FOUND, "g", "e");
    }

    private static void told(EndpointError error, ErrorCode code, String... words) {
        Refusal refusal = EndpointRefusals.of(error);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.detail()).contains(words);
    }

    private static Plan plan(EndpointRequest request) {
        return EndpointRules.plan(PROJECT, "AWS", request, REGIONS);
    }

    private static EndpointError unknown(String name) {
        return new EndpointError.RegionUnknown(name, "AWS", REGIONS.all());
    }

    private static EndpointRequest request(String region, String provider) {
        return new EndpointRequest(region, provider);
    }

    /** A cloud of three regions, of which one has no network. */
    private static final class Regions implements RegionCatalogue {
        @Override
        public Optional<ProviderRegion> find(String name) {
            return all().stream()
                    .filter(region ->
                            region.apiName().equals(name) || region.cloudName().equals(name))
                    .findFirst();
        }

        @Override
        public List<ProviderRegion> all() {
            return List.of(VIRGINIA, IRELAND, HONG_KONG);
        }

        @Override
        public Set<ProviderRegion> served(String groupId) {
            return new LinkedHashSet<>(SERVED);
        }

        @Override
        public ErrorCode notServed() {
            return ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED;
        }
    }
}
