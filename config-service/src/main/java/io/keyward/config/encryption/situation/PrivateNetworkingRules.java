package io.keyward.config.encryption.situation;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.ClusterUse.Place;
import io.keyward.config.endpoint.RegionEndpoints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When a project's keys of one provider may be reached over private endpoints alone, when no longer, and which endpoints may be made. Pure. */
public final class PrivateNetworkingRules {
    private PrivateNetworkingRules() {}

    /**
     * Why private networking cannot begin, or go on with that key: an inactive project, clusters that private endpoints cannot serve.
     *
     * @param next the provider's key as it is to be; empty when it is to be off
     */
    public static Optional<EncryptionError> obstacle(Situation situation, Optional<KmsConfig> next) {
        return next.filter(KmsConfig::requirePrivateNetworking).flatMap(wanted -> obstacle(situation, wanted));
    }

    private static Optional<EncryptionError> obstacle(Situation situation, KmsConfig wanted) {
        ProviderState current = situation.state();
        boolean begins = !current.isPrivate();
        boolean otherKey =
                current.config().filter(key -> key.key().equals(wanted.key())).isEmpty();
        List<String> reasons = new ArrayList<>();
        if (begins && !situation.active()) {
            reasons.add("the project is not in the state ACTIVE");
        }
        if (begins || otherKey) {
            reasons.addAll(unserved(wanted, situation.stayingClusters()));
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(reasons));
    }

    /**
     * Whether the wanted key is in every region that is to reach it privately. When private networking begins those are the ones of clusters, because
     * there are no endpoints before, whatever was last heard of them; when another key takes the place of the current one, those of endpoints too.
     *
     * @param endpoints the regions in which the project has endpoints
     */
    public static Optional<EncryptionError> missing(
            Situation situation, KmsConfig wanted, KeyProof proof, Set<? extends CloudRegion> endpoints) {
        if (!wanted.requirePrivateNetworking()) {
            return Optional.empty();
        }
        Set<CloudRegion> needed = new HashSet<>();
        if (!situation.state().isPrivate()) {
            needed.addAll(situation.regionsInUse());
        } else if (!situation.state().isKey(proof.home().name())) {
            needed.addAll(situation.regionsInUse());
            needed.addAll(endpoints);
        }
        return missing(proof.home().name(), needed, proof.regions());
    }

    /**
     * Which clusters private endpoints cannot serve, each with the reason: those with nodes on another cloud than the key's, and those in several regions
     * under a key that lives in one.
     */
    public static List<String> unserved(KmsConfig wanted, List<ClusterUse> clusters) {
        return clusters.stream()
                .flatMap(cluster -> unserved(wanted, cluster).stream())
                .toList();
    }

    private static Optional<String> unserved(KmsConfig wanted, ClusterUse cluster) {
        String own = wanted.provider().name();
        List<String> clouds = cluster.places().stream()
                .map(Place::provider)
                .distinct()
                .sorted()
                .toList();
        if (clouds.size() > 1) {
            return stopsClustersOnSeveralClouds(wanted.provider())
                    ? Optional.empty()
                    : Optional.of("the cluster " + cluster.name() + " runs on several clouds ("
                            + String.join(", ", clouds) + "), and private endpoints serve clusters on " + own
                            + " alone");
        }
        if (!clouds.equals(List.of(own))) {
            return Optional.of("the cluster " + cluster.name() + " runs on " + String.join(", ", clouds)
                    + ", and private endpoints serve clusters on " + own + " alone");
        }
        Set<CloudRegion> regions = cluster.regionsOn(wanted.provider());
        return regions.size() > 1 && !wanted.isMultiRegion()
                ? Optional.of("the cluster " + cluster.name() + " runs in several regions (" + names(regions)
                        + "), and the key is a single-Region key")
                : Optional.empty();
    }

    /** The clusters that stop when private networking begins, because they run on several clouds (E10). */
    public static List<ClusterUse> stopping(Situation situation, Optional<KmsConfig> next) {
        boolean begins = !situation.state().isPrivate()
                && next.filter(KmsConfig::requirePrivateNetworking).isPresent();
        return begins && stopsClustersOnSeveralClouds(situation.provider())
                ? situation.stayingClusters().stream()
                        .filter(cluster -> cluster.places().stream()
                                        .map(Place::provider)
                                        .distinct()
                                        .count()
                                > 1)
                        .toList()
                : List.of();
    }

    /** Whether clusters on several clouds do not stand in the way of private networking, but stop with it (E10). */
    public static boolean stopsClustersOnSeveralClouds(Cloud provider) {
        return switch (provider) {
            case AZURE -> true;
            case AWS, GCP -> false;
        };
    }

    /** What a change does to private endpoints that may exist. */
    public enum Ending {
        /** Customer keys are to be off. */
        DISABLED,
        /** The key is to be reached by the public path. */
        PUBLIC
    }

    /** Whether a change needs the project to be without endpoints of that provider. */
    public static Optional<Ending> ending(ProviderState current, Optional<KmsConfig> next) {
        if (!current.isPrivate()) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            return Optional.of(Ending.DISABLED);
        }
        return next.get().requirePrivateNetworking() ? Optional.empty() : Optional.of(Ending.PUBLIC);
    }

    /** The refusal of such a change while there are endpoints, whatever their states. */
    public static EncryptionError blocked(Ending ending, List<RegionEndpoints> left) {
        return switch (ending) {
            case DISABLED -> new EncryptionError.EndpointsKeepItEnabled(left);
            case PUBLIC -> new EncryptionError.EndpointsKeepItPrivate(left);
        };
    }

    /** Whether private networking is on and stays on, while another key may be meant, or endpoints would have to lead elsewhere. */
    public static boolean mayChangeKeyPrivately(ProviderState current, Optional<KmsConfig> next) {
        return current.isPrivate()
                && next.filter(KmsConfig::requirePrivateNetworking)
                        .flatMap(wanted -> current.config()
                                .filter(former -> !wanted.spellsSameKeyAs(former)
                                        || !wanted.unlikeForEndpoints(former).isEmpty()))
                        .isPresent();
    }

    /** The refusal of a change of settings that endpoints rest on, while there are endpoints, whatever their states. */
    public static Optional<EncryptionError> locked(
            ProviderState current, Optional<KmsConfig> next, List<RegionEndpoints> left) {
        return left.isEmpty()
                ? Optional.empty()
                : next.filter(KmsConfig::requirePrivateNetworking)
                        .flatMap(wanted -> current.config().map(wanted::unlikeForEndpoints))
                        .filter(paths -> !paths.isEmpty())
                        .map(paths -> new EncryptionError.SettingsLocked(paths, left));
    }

    /** Why no endpoint may be made in this project at all, whatever the region, be it a new one or one that replaces another. */
    public static Optional<EncryptionError> notAdmitted(Situation situation) {
        ProviderState state = situation.state();
        if (state.config().isEmpty()) {
            return Optional.of(new EncryptionError.NotEnabled(state.groupId()));
        }
        if (!state.isPrivate()) {
            return Optional.of(new EncryptionError.PrivateNetworkingNotRequired(state.groupId()));
        }
        return situation.active()
                ? Optional.empty()
                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(List.of(
                        "the project is not in the state ACTIVE: until it is, it gets no endpoint, and one that was lost is"
                                + " not replaced")));
    }

    /**
     * Under private networking every region with nodes needs the key in that region.
     *
     * @param name full name of the project's key
     * @param needed the regions that have to have it
     * @param found those in which it is
     */
    public static Optional<EncryptionError> missing(
            String name, Set<? extends CloudRegion> needed, Set<? extends CloudRegion> found) {
        List<CloudRegion> missing = needed.stream()
                .filter(region -> !found.contains(region))
                .map(CloudRegion.class::cast)
                .sorted(CloudRegion.ORDER)
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new EncryptionError.NotReplicated(name, missing));
    }

    private static String names(Collection<CloudRegion> regions) {
        return regions.stream()
                .sorted(CloudRegion.ORDER)
                .map(CloudRegion::atlasName)
                .collect(Collectors.joining(", "));
    }
}
