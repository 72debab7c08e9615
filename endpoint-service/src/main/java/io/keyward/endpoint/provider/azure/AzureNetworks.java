package io.keyward.endpoint.provider.azure;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.region.AzureRegion;
import io.keyward.clouds.azure.AzureConfig;
import io.keyward.clouds.azure.AzureEnvironment;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.provider.azure.AzureSubnetSettings.For;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The regions of Azure, and which subnet serves which project in them. Without sense in the settings we do not start. */
@Startup
@ApplicationScoped
class AzureNetworks implements RegionCatalogue {
    private static final List<ProviderRegion> ALL =
            Arrays.stream(AzureRegion.values()).map(AzureNetworks::told).toList();

    private final AzureEnvironment environment;
    private final Map<For, String> subnets;

    AzureNetworks(AzureEndpointConfig config, AzureConfig ourselves, AzureSubscription subscription) {
        this.environment = environment(config);
        this.subnets = AzureSubnetSettings.read(config);
        requireRegionsOfOneCloud();
        if (!subnets.isEmpty()) {
            requireOurs(ourselves.tenantId(), "tenant-id");
            requireOurs(ourselves.applicationId(), "application-id");
            requireOurs(ourselves.applicationSecret(), "application-secret");
            requireOurs(subscription.subscriptionId(), "subscription-id");
        }
    }

    @Override
    public Optional<ProviderRegion> find(String anySpelling) {
        return AzureRegion.find(anySpelling).map(AzureNetworks::told);
    }

    @Override
    public List<ProviderRegion> all() {
        return ALL;
    }

    @Override
    public Set<ProviderRegion> served(String groupId) {
        return Arrays.stream(AzureRegion.values())
                .filter(region -> subnet(groupId, region).isPresent())
                .map(AzureNetworks::told)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public ErrorCode notServed() {
        return ErrorCode.INVALID_REGION;
    }

    /** The subnet of a project in a region, as Azure spells it; empty when there is none. */
    Optional<String> subnet(String groupId, String region) {
        return AzureRegion.find(region).flatMap(known -> subnet(groupId, known));
    }

    private Optional<String> subnet(String groupId, AzureRegion region) {
        return Stream.of(new For(groupId, region), new For(groupId, null), new For(null, region), new For(null, null))
                .filter(whom -> cloudOf(region) == environment)
                .map(this::configured)
                .filter(Objects::nonNull)
                .findFirst()
                .map(id -> id.replace(AzureSubnetSettings.REGION, region.cloudName()));
    }

    private @Nullable String configured(For whom) {
        return subnets.get(whom);
    }

    private static AzureEnvironment environment(AzureEndpointConfig config) {
        return AzureEnvironment.named(config.environment())
                .orElseThrow(() -> new IllegalArgumentException(AzureSubnetSettings.PREFIX + "environment is "
                        + config.environment() + ", and has to be one of "
                        + Arrays.toString(AzureEnvironment.values())));
    }

    private void requireRegionsOfOneCloud() {
        subnets.keySet().stream()
                .map(For::region)
                .filter(region -> region != null && cloudOf(region) != environment)
                .findFirst()
                .ifPresent(region -> {
                    throw new IllegalArgumentException(AzureSubnetSettings.PREFIX + "regions.\"" + region.cloudName()
                            + "\".subnet-id is for a region that is not in " + AzureSubnetSettings.PREFIX
                            + "environment, " + environment);
                });
    }

    private static void requireOurs(Optional<String> value, String key) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("keyward.azure." + key
                    + " is missing: there is a subnet for endpoints on Azure, and they are made as ourselves");
        }
    }

    /** Their names say it, in Atlas and in Azure alike. */
    private static AzureEnvironment cloudOf(AzureRegion region) {
        if (region.name().startsWith("CHINA_")) {
            return AzureEnvironment.AZURE_CHINA;
        }
        return region.name().startsWith("US_GOV_") ? AzureEnvironment.AZURE_US_GOVERNMENT : AzureEnvironment.AZURE;
    }

    private static ProviderRegion told(AzureRegion region) {
        return new ProviderRegion(region.cloudName(), region.atlasName());
    }
}
