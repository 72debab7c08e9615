package io.keyward.endpoint.provider.azure;

import io.keyward.atlas.region.AzureRegion;
import io.keyward.endpoint.provider.azure.AzureEndpointConfig.Scope;
import io.keyward.endpoint.provider.azure.AzureEndpointConfig.Subnet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The subnets of {@link AzureEndpointConfig} by whom they are for. Every complaint names the key that is to be changed. */
final class AzureSubnetSettings {
    static final String PREFIX = "keyward.endpoint.azure.";
    static final String REGION = "{region}";

    private static final Pattern PROJECT = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern SUBNET = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Network/virtualNetworks/[^/]+/subnets/[^/]+",
            Pattern.CASE_INSENSITIVE);

    private final Map<For, String> subnets = new HashMap<>();

    private AzureSubnetSettings() {}

    /**
     * Whom a subnet is for.
     *
     * @param project null: those that have none of their own
     * @param region null: those that have none of their own
     */
    record For(@Nullable String project, @Nullable AzureRegion region) {}

    /** Fails with IllegalArgumentException when one is no subnet, for nobody, or for a region that has one already. */
    static Map<For, String> read(AzureEndpointConfig config) {
        var read = new AzureSubnetSettings();
        read.scope(PREFIX, null, config.everybody());
        config.projects().forEach(read::project);
        return Map.copyOf(read.subnets);
    }

    private void project(String id, Scope own) {
        var key = PREFIX + "projects.\"" + id + "\".";
        if (!PROJECT.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    key + "subnet-id is for no project: an id has 24 hexadecimal characters");
        }
        scope(key, id, own);
    }

    private void scope(String key, @Nullable String project, Scope scope) {
        subnet(key, new For(project, null), scope);
        scope.regions().forEach((name, own) -> region(key + "regions.\"" + name + "\".", project, name, own));
    }

    private void region(String key, @Nullable String project, String name, Subnet own) {
        var region = AzureRegion.find(name)
                .orElseThrow(() -> new IllegalArgumentException(key + "subnet-id is for no region of Azure"));
        subnet(key, new For(project, region), own);
    }

    private void subnet(String key, For whom, Subnet own) {
        own.subnetId().ifPresent(id -> {
            if (!SUBNET.matcher(id).matches()) {
                throw new IllegalArgumentException(key + "subnet-id is no resource id of a subnet: /subscriptions/…/"
                        + "resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/…");
            }
            if (subnets.put(whom, id) != null) {
                throw new IllegalArgumentException(key + "subnet-id is for a region that has a subnet already");
            }
        });
    }
}
