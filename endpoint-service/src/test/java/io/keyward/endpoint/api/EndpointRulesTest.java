package io.keyward.endpoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.endpoint.api.EndpointRules.Plan;
import io.keyward.testkit.Rule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {
    private static final Set<AwsRegion> SERVED = Set.of(AwsRegion.EU_WEST_1, AwsRegion.US_EAST_1);

    @Rule("E1")
    @ParameterizedTest
    @CsvSource({"US_EAST_1,US_EAST_1", "us-east-1,US_EAST_1", "EU_WEST_1,EU_WEST_1", "eu-west-1,EU_WEST_1"})
    void takesARegionInEitherSpelling(String name, AwsRegion region) {
        assertThat(EndpointRules.plan("AWS", request(name, null), SERVED)).isEqualTo(new Plan.Accepted(region));
    }

    @Test
    void theProviderMayBeSaidAgain() {
        assertThat(EndpointRules.plan("AWS", request("US_EAST_1", "AWS"), SERVED))
                .isEqualTo(new Plan.Accepted(AwsRegion.US_EAST_1));
    }

    @Rule("E1")
    @ParameterizedTest
    @MethodSource
    void refuses(String provider, EndpointRequest request, EndpointError error) {
        assertThat(EndpointRules.plan(provider, request, SERVED)).isEqualTo(new Plan.Refused(error));
    }

    static Stream<Object[]> refuses() {
        return Stream.of(
                new Object[] {"AZURE", request("US_EAST_1", null), new EndpointError.ProviderNotServed("AZURE")},
                new Object[] {"GCP", request(null, "AWS"), new EndpointError.ProviderNotServed("GCP")},
                new Object[] {"aws", request("US_EAST_1", "aws"), new EndpointError.ProviderNotServed("aws")},
                new Object[] {"AWS", request("US_EAST_1", "AZURE"), new EndpointError.OtherProvider("AZURE", "AWS")},
                new Object[] {"AWS", request("US_EAST_1", ""), new EndpointError.OtherProvider("", "AWS")},
                new Object[] {"AWS", request(null, null), new EndpointError.RegionMissing()},
                new Object[] {"AWS", request("", null), new EndpointError.RegionUnknown("")},
                new Object[] {"AWS", request("Us_East_1", null), new EndpointError.RegionUnknown("Us_East_1")},
                new Object[] {"AWS", request("us_east-1", null), new EndpointError.RegionUnknown("us_east-1")},
                new Object[] {"AWS", request("US_EAST_1 ", null), new EndpointError.RegionUnknown("US_EAST_1 ")},
                new Object[] {"AWS", request("US_EAST_9", null), new EndpointError.RegionUnknown("US_EAST_9")},
                new Object[] {"AWS", request("EASTUS", null), new EndpointError.RegionUnknown("EASTUS")},
                new Object[] {
                    "AWS",
                    request("AP_EAST_1", null),
                    new EndpointError.RegionWithoutNetwork(AwsRegion.AP_EAST_1, SERVED)
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZURE", "GCP", "aws", "NONE"})
    void anotherProviderIsRefusedWithTheOneThatThereIs(String provider) {
        var refusal = EndpointRules.checkProvider(provider).map(EndpointRefusals::of);

        assertThat(refusal).hasValueSatisfying(told -> {
            assertThat(told.code()).isEqualTo(ErrorCode.INVALID_PROVIDER);
            assertThat(told.detail()).contains(provider).endsWith("Allowed: AWS.");
        });
    }

    @Test
    void everyRefusalHasItsCodeAndNamesWhatBlocks() {
        told(new EndpointError.OtherProvider("AZURE", "AWS"), ErrorCode.INVALID_ATTRIBUTE, "AZURE", "AWS");
        told(new EndpointError.RegionMissing(), ErrorCode.MISSING_ATTRIBUTE, "regionName");
        told(new EndpointError.RegionUnknown("MOON"), ErrorCode.INVALID_REGION, "MOON", "US_EAST_1, US_EAST_2");
        told(
                new EndpointError.RegionWithoutNetwork(AwsRegion.AP_EAST_1, SERVED),
                ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED,
                "AP_EAST_1",
                "US_EAST_1, EU_WEST_1");
        told(
                new EndpointError.RegionWithoutNetwork(AwsRegion.AP_EAST_1, Set.of()),
                ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED,
                "no region");
        told(
                new EndpointError.RegionTaken(AwsRegion.US_EAST_1),
                ErrorCode.KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS,
                "US_EAST_1");
        told(new EndpointError.Overtaken(), ErrorCode.CONCURRENT_MODIFICATION, "repeat");
        told(new EndpointError.NotFound("g", "e"), ErrorCode.RESOURCE_NOT_FOUND, "g", "e");
    }

    private static void told(EndpointError error, ErrorCode code, String... words) {
        Refusal refusal = EndpointRefusals.of(error);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.detail()).contains(words);
    }

    private static EndpointRequest request(String region, String provider) {
        return new EndpointRequest(region, provider);
    }
}
