package io.keyward.endpoint.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.endpoint.provider.ProviderRegion;
import java.util.List;
import java.util.stream.Collectors;

/** How each refusal is told on the wire. */
final class EndpointRefusals {
    private EndpointRefusals() {}

    static Refusal of(EndpointError error) {
        return switch (error) {
            case EndpointError.ProviderNotServed(var provider, var served) ->
                Refusal.of(ErrorCode.INVALID_PROVIDER, provider)
                        .withDetail(provider + " has no private endpoints in this installation. Allowed: "
                                + String.join(", ", served) + "." + pointer(provider));
            case EndpointError.OtherProvider(var inBody, var inPath) ->
                Refusal.of(ErrorCode.INVALID_ATTRIBUTE, "cloudProvider")
                        .withDetail("cloudProvider is " + inBody + " in the body and " + inPath + " in the path.")
                        .withField("cloudProvider", "must be " + inPath + ", as in the path");
            case EndpointError.RegionMissing() ->
                Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "regionName")
                        .withField("regionName", "is required: the region of the endpoint, for example US_EAST_1");
            case EndpointError.RegionUnknown(var name, var cloud, var all) ->
                Refusal.of(ErrorCode.INVALID_REGION, name)
                        .withDetail(name + " is not a region of " + cloud + ". Allowed: " + names(all) + ".")
                        .withField("regionName", "must be a region of " + cloud);
            case EndpointError.RegionWithoutNetwork(var region, var served, var code) ->
                Refusal.of(code, region.apiName())
                        .withDetail("This installation has no network for private endpoints in " + region.apiName()
                                + ". It has one in: " + (served.isEmpty() ? "no region" : names(served)) + ".")
                        .withField("regionName", "must be a region with a network");
            case EndpointError.RegionTaken(var region, var there) ->
                Refusal.of(ErrorCode.KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS, region.apiName())
                        .withDetail(RegionTaken.words(region, there));
            case EndpointError.Overtaken() -> Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
            case EndpointError.NotFound(var groupId, var endpointId) ->
                Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, endpointId)
                        .withDetail("The project " + groupId + " has no private endpoint with id " + endpointId + ".");
        };
    }

    /** Where to go instead, for a cloud whose keys need no endpoint of their own. */
    private static String pointer(String provider) {
        return provider.equals(Cloud.GCP.name())
                ? " Keys in Google Cloud KMS are reached over Google's network, by an account that the key lets in: to keep others out, put the"
                        + " key's project into a perimeter of VPC Service Controls that admits this account (googleCloudKms of encryptionAtRest)."
                : "";
    }

    private static String names(List<ProviderRegion> regions) {
        return regions.stream().map(ProviderRegion::apiName).collect(Collectors.joining(", "));
    }
}
