package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.ClusterUse.Place;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a project's keys may be reached over private endpoints alone, when no longer, and which endpoints may be made. Pure. */
public final class PrivateNetworkingRules {
    private PrivateNetworkingRules() {}

    /** Why a change that begins private networking cannot: an inactive project, clusters that private endpoints cannot serve. */
    public static Optional<EncryptionError> obstacle(Situation situation, EncryptionConfig next) {
        AwsKms wanted = next.aws();
        if (wanted == null || !isOn(next) || isOn(situation.state().config())) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        if (!situation.active()) {
            reasons.add("the project is not in the state ACTIVE");
        }
        reasons.addAll(unserved(wanted.key(), situation.stayingClusters()));
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(reasons));
    }

    /**
     * The same, and that the key is in every region that is to reach it privately: those of clusters, because there are no endpoints before private
     * networking begins, whatever was last heard of them.
     *
     * @param proof of the wanted key, without which nothing begins
     */
    public static Optional<EncryptionError> obstacle(
            Situation situation, EncryptionConfig next, Optional<KeyProof> proof) {
        boolean begins = isOn(next) && !isOn(situation.state().config());
        return obstacle(situation, next).or(() -> proof.filter(found -> begins)
                .flatMap(found -> missing(found.home().arn(), situation.regionsInUse(), found.regions())));
    }

    /**
     * Which clusters private endpoints cannot serve, each with the reason: those with nodes on another cloud, and those in several regions
     * under a key that lives in one.
     *
     * @param key id or ARN of the project's key
     */
    public static List<String> unserved(String key, List<ClusterUse> clusters) {
        return clusters.stream()
                .flatMap(cluster -> unserved(key, cluster).stream())
                .toList();
    }

    private static Optional<String> unserved(String key, ClusterUse cluster) {
        List<String> clouds = cluster.places().stream()
                .map(Place::provider)
                .distinct()
                .sorted()
                .toList();
        if (clouds.size() > 1) {
            return Optional.of("the cluster " + cluster.name() + " runs on several clouds (" + String.join(", ", clouds)
                    + "), and private endpoints serve clusters on AWS alone");
        }
        if (!clouds.equals(List.of("AWS"))) {
            return Optional.of("the cluster " + cluster.name() + " runs on " + String.join(", ", clouds)
                    + ", and private endpoints serve clusters on AWS alone");
        }
        return cluster.awsRegions().size() > 1 && !RegionRules.isMultiRegion(key)
                ? Optional.of("the cluster " + cluster.name() + " runs in several regions ("
                        + names(cluster.awsRegions()) + "), and the key is a single-Region key")
                : Optional.empty();
    }

    /** What a change does to private endpoints that may exist. */
    public enum Ending {
        /** Customer keys are to be off. */
        DISABLED,
        /** The same key is to be reached by the public path. */
        PUBLIC,
        /** Another key is to be used, which the endpoints were not made for. */
        OTHER_KEY
    }

    /**
     * Whether a change needs the project to be without endpoints.
     *
     * @param nextArn full name of the key that is wanted; empty when it stays, or customer keys are to be off
     */
    public static Optional<Ending> ending(EncryptionState current, EncryptionConfig next, Optional<String> nextArn) {
        if (!isOn(current.config())) {
            return Optional.empty();
        }
        if (next.aws() == null) {
            return Optional.of(Ending.DISABLED);
        }
        if (!isOn(next)) {
            return Optional.of(Ending.PUBLIC);
        }
        return nextArn.filter(arn -> !current.isKey(arn)).map(arn -> Ending.OTHER_KEY);
    }

    /** The refusal of such a change while there are endpoints. */
    public static EncryptionError blocked(Ending ending, List<String> regions) {
        return switch (ending) {
            case DISABLED -> new EncryptionError.EndpointsKeepItEnabled(regions);
            case PUBLIC -> new EncryptionError.EndpointsKeepItPrivate(regions);
            case OTHER_KEY -> new EncryptionError.EndpointsKeepTheKey(regions);
        };
    }

    /** Why no endpoint may be made in this project at all, whatever the region. */
    public static Optional<EncryptionError> notAdmitted(Situation situation) {
        EncryptionState state = situation.state();
        if (state.config().aws() == null) {
            return Optional.of(new EncryptionError.NotEnabled(state.groupId()));
        }
        if (!isOn(state.config())) {
            return Optional.of(new EncryptionError.PrivateNetworkingNotRequired(state.groupId()));
        }
        return situation.active()
                ? Optional.empty()
                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(
                        List.of("the project is not in the state ACTIVE, and gets no new endpoint")));
    }

    /**
     * Under private networking every region with nodes needs the key in that region.
     *
     * @param arn full name of the project's key
     * @param needed the regions that have to have it
     * @param found those in which it is
     */
    public static Optional<EncryptionError> missing(String arn, Set<AwsRegion> needed, Set<AwsRegion> found) {
        List<AwsRegion> missing = needed.stream()
                .filter(region -> !found.contains(region))
                .sorted()
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new EncryptionError.NotReplicated(arn, missing));
    }

    private static boolean isOn(EncryptionConfig config) {
        return Stream.ofNullable(config.aws()).anyMatch(AwsKms::requirePrivateNetworking);
    }

    private static String names(Set<AwsRegion> regions) {
        return regions.stream().sorted().map(AwsRegion::atlasName).collect(Collectors.joining(", "));
    }
}
