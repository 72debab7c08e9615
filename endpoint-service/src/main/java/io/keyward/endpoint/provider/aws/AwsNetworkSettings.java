package io.keyward.endpoint.provider.aws;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.endpoint.provider.aws.AwsEndpointConfig.Network;
import io.keyward.endpoint.provider.aws.AwsEndpointConfig.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link AwsEndpointConfig} as a list of whole networks. Every complaint names the key that is to be changed. */
final class AwsNetworkSettings {
    private static final String PREFIX = "keyward.endpoint.aws.";
    private static final Pattern PROJECT = Pattern.compile("[0-9a-f]{24}");

    private AwsNetworkSettings() {}

    /**
     * Whom a network is for.
     *
     * @param project null: those that have none of their own
     * @param region null: those that have none of their own
     */
    record For(@Nullable String project, @Nullable AwsRegion region) {}

    /** @param key what the keys of its settings begin with */
    record Entry(String key, For whom, AwsNetwork network) {}

    /** Fails with IllegalArgumentException when one is incomplete, for nobody, or answers under KMS's name where it must not. */
    static List<Entry> read(AwsEndpointConfig config) {
        var entries = Stream.concat(
                        scope(PREFIX, null, config.everybody()),
                        config.projects().entrySet().stream().flatMap(AwsNetworkSettings::project))
                .toList();
        requireOneEach(entries);
        entries.forEach(entry -> requireAlone(entry, entries));
        return entries;
    }

    private static Stream<Entry> project(Map.Entry<String, Scope> own) {
        var key = PREFIX + "projects.\"" + own.getKey() + "\".";
        if (!PROJECT.matcher(own.getKey()).matches()) {
            throw new IllegalArgumentException(key + "vpc-id is for no project: an id has 24 hexadecimal characters");
        }
        return scope(key, own.getKey(), own.getValue());
    }

    private static Stream<Entry> scope(String key, @Nullable String project, Scope scope) {
        var regions = scope.regions().entrySet().stream().flatMap(own -> region(key, project, own));
        return Stream.concat(network(key, new For(project, null), scope).stream(), regions);
    }

    private static Stream<Entry> region(String scope, @Nullable String project, Map.Entry<String, Network> own) {
        var key = scope + "regions.\"" + own.getKey() + "\".";
        var region = AwsRegion.find(own.getKey())
                .orElseThrow(() -> new IllegalArgumentException(key + "vpc-id is for no region of AWS"));
        return network(key, new For(project, region), own.getValue()).stream();
    }

    private static Optional<Entry> network(String key, For whom, Network network) {
        var subnets = network.subnetIds().orElse(List.of());
        var groups = network.securityGroupIds().orElse(List.of());
        boolean privateDns = network.privateDns().orElse(false);
        if (network.vpcId().isEmpty() && subnets.isEmpty() && groups.isEmpty() && !privateDns) {
            return Optional.empty();
        }
        var vpc = network.vpcId().orElseThrow(() -> incomplete(key + "vpc-id"));
        require(!subnets.isEmpty(), key + "subnet-ids");
        require(!groups.isEmpty(), key + "security-group-ids");
        return Optional.of(
                new Entry(key, whom, new AwsNetwork(vpc, List.copyOf(subnets), List.copyOf(groups), privateDns)));
    }

    /** A region can be spelled in two ways. */
    private static void requireOneEach(List<Entry> entries) {
        var seen = new HashSet<For>();
        entries.stream().filter(entry -> !seen.add(entry.whom())).findFirst().ifPresent(second -> {
            throw new IllegalArgumentException(second.key() + "vpc-id is for a region that has a network already");
        });
    }

    private static void requireAlone(Entry entry, List<Entry> all) {
        if (!entry.network().privateDns()) {
            return;
        }
        var project = entry.whom().project();
        if (project == null) {
            throw new IllegalArgumentException(entry.key() + "private-dns is true for a VPC that projects share. Set "
                    + PREFIX + "projects.\"<groupId>\".vpc-id, .subnet-ids, .security-group-ids and .private-dns for"
                    + " the project that is to have it, and leave it out here");
        }
        all.stream()
                .filter(other -> other.network().vpcId().equals(entry.network().vpcId()))
                .filter(other -> !project.equals(other.whom().project()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(entry.key() + "private-dns is true, and others are in the same"
                            + " VPC. Set " + other.key() + "vpc-id to another one, or leave private-dns out");
                });
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
