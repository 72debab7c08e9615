package io.keyward.endpoint.provider.aws;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.provider.aws.AwsNetworkSettings.Entry;
import io.keyward.endpoint.provider.aws.AwsNetworkSettings.For;
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

/** The regions of AWS, and which network serves which project in them. Without sense in the settings we do not start. */
@Startup
@ApplicationScoped
class AwsNetworks implements RegionCatalogue {
    private static final List<ProviderRegion> ALL =
            Arrays.stream(AwsRegion.values()).map(AwsNetworks::told).toList();

    private final Map<For, AwsNetwork> networks;

    AwsNetworks(AwsEndpointConfig config) {
        this.networks = AwsNetworkSettings.read(config).stream().collect(Collectors.toMap(Entry::whom, Entry::network));
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
        return Arrays.stream(AwsRegion.values())
                .filter(region -> of(groupId, region).isPresent())
                .map(AwsNetworks::told)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public ErrorCode notServed() {
        return ErrorCode.AWS_KMS_REGION_NOT_SUPPORTED;
    }

    /** The network of a project in a region, as AWS spells it; empty when there is none. */
    Optional<AwsNetwork> of(String groupId, String region) {
        return AwsRegion.find(region).flatMap(known -> of(groupId, known));
    }

    private Optional<AwsNetwork> of(String groupId, AwsRegion region) {
        return Stream.of(new For(groupId, region), new For(groupId, null), new For(null, region), new For(null, null))
                .map(this::network)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable AwsNetwork network(For whom) {
        return networks.get(whom);
    }

    private static ProviderRegion told(AwsRegion region) {
        return new ProviderRegion(region.cloudName(), region.atlasName());
    }
}
