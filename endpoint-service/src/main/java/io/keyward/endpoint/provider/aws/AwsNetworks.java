package io.keyward.endpoint.provider.aws;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.provider.aws.AwsEndpointConfig.Network;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The networks of {@link AwsEndpointConfig}, made sure to be whole. Every complaint names the key that is to be changed. */
@Startup
@ApplicationScoped
class AwsNetworks implements RegionCatalogue {
    private static final String PREFIX = "keyward.endpoint.aws.";
    private static final List<ProviderRegion> ALL =
            Arrays.stream(AwsRegion.values()).map(AwsNetworks::told).toList();

    private final Map<AwsRegion, AwsNetwork> networks = new EnumMap<>(AwsRegion.class);

    AwsNetworks(AwsEndpointConfig config) {
        read(PREFIX, config.everywhere()).ifPresent(network -> Arrays.stream(AwsRegion.values())
                .forEach(region -> networks.put(region, network)));
        config.regions().forEach((name, network) -> read(prefixOf(name), network)
                .ifPresent(own -> networks.put(region(name), own)));
    }

    @Override
    public Optional<ProviderRegion> find(String anySpelling) {
        return AwsRegion.find(anySpelling).map(AwsNetworks::told);
    }

    @Override
    public List<ProviderRegion> all() {
        return ALL;
    }

    @Override
    public Set<ProviderRegion> served(String groupId) {
        return networks.keySet().stream().map(AwsNetworks::told).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public ErrorCode notServed() {
        return ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED;
    }

    private static ProviderRegion told(AwsRegion region) {
        return new ProviderRegion(region.cloudName(), region.atlasName());
    }

    /** The network of a region, as AWS spells it; empty when there is none. */
    Optional<AwsNetwork> of(String region) {
        return AwsRegion.find(region).map(networks::get);
    }

    private static Optional<AwsNetwork> read(String prefix, Network network) {
        var subnets = network.subnetIds().orElse(List.of());
        var groups = network.securityGroupIds().orElse(List.of());
        if (network.vpcId().isEmpty() && subnets.isEmpty() && groups.isEmpty()) {
            return Optional.empty();
        }
        var vpc = network.vpcId().orElseThrow(() -> incomplete(prefix + "vpc-id"));
        require(!subnets.isEmpty(), prefix + "subnet-ids");
        require(!groups.isEmpty(), prefix + "security-group-ids");
        return Optional.of(new AwsNetwork(vpc, List.copyOf(subnets), List.copyOf(groups)));
    }

    private static String prefixOf(String region) {
        return PREFIX + "regions.\"" + region + "\".";
    }

    private static AwsRegion region(String name) {
        return AwsRegion.find(name)
                .orElseThrow(() -> new IllegalArgumentException(prefixOf(name) + "vpc-id is for no region of AWS"));
    }

    private static void require(boolean holds, String key) {
        if (!holds) {
            throw incomplete(key);
        }
    }

    private static IllegalArgumentException incomplete(String key) {
        return new IllegalArgumentException(
                key + " is missing: a network is a VPC, its subnets and its security groups");
    }
}
