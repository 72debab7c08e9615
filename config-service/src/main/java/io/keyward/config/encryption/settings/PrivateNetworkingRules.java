package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.ClusterUse.Place;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.endpoint.RegionEndpoints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a project's keys may be reached over private endpoints alone, when no longer, and which endpoints may be made. Pure. */
public final class PrivateNetworkingRules {
    private PrivateNetworkingRules() {}

    /** Why private networking cannot begin, or go on with that key: an inactive project, clusters that private endpoints cannot serve. */
    public static Optional<EncryptionError> obstacle(Situation situation, EncryptionConfig next) {
        AwsKms wanted = next.aws();
        if (wanted == null || !isOn(next)) {
            return Optional.empty();
        }
        boolean begins = !isOn(situation.state().config());
        List<String> reasons = new ArrayList<>();
        if (begins && !situation.active()) {
            reasons.add("the project is not in the state ACTIVE");
        }
        if (begins || isSpeltOtherwise(wanted, situation.state().config().aws())) {
            reasons.addAll(unserved(wanted.key(), situation.stayingClusters()));
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(reasons));
    }

    private static boolean isSpeltOtherwise(AwsKms wanted, @Nullable AwsKms current) {
        return current == null || !wanted.key().equals(current.key());
    }

    /**
     * Whether the wanted key is in every region that is to reach it privately. When private networking begins those are the ones of clusters, because
     * there are no endpoints before, whatever was last heard of them; when another key takes the place of the current one, those of endpoints too.
     *
     * @param endpoints the regions in which the project has endpoints
     */
    public static Optional<EncryptionError> missing(
            Situation situation, EncryptionConfig next, KeyProof proof, Set<AwsRegion> endpoints) {
        if (!isOn(next)) {
            return Optional.empty();
        }
        Set<AwsRegion> needed = new HashSet<>();
        if (!isOn(situation.state().config())) {
            needed.addAll(situation.regionsInUse());
        } else if (!situation.state().isKey(proof.home().arn())) {
            needed.addAll(situation.regionsInUse());
            needed.addAll(endpoints);
        }
        return missing(proof.home().arn(), needed, proof.regions());
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
        /** The key is to be reached by the public path. */
        PUBLIC
    }

    /** Whether a change needs the project to be without endpoints. */
    public static Optional<Ending> ending(EncryptionState current, EncryptionConfig next) {
        if (!isOn(current.config())) {
            return Optional.empty();
        }
        if (next.aws() == null) {
            return Optional.of(Ending.DISABLED);
        }
        return isOn(next) ? Optional.empty() : Optional.of(Ending.PUBLIC);
    }

    /** The refusal of such a change while there are endpoints, whatever their states. */
    public static EncryptionError blocked(Ending ending, List<RegionEndpoints> left) {
        return switch (ending) {
            case DISABLED -> new EncryptionError.EndpointsKeepItEnabled(left);
            case PUBLIC -> new EncryptionError.EndpointsKeepItPrivate(left);
        };
    }

    /** Whether private networking is on and stays on, while another key may be meant. */
    public static boolean mayChangeKeyPrivately(EncryptionState current, EncryptionConfig next) {
        AwsKms former = current.config().aws();
        AwsKms wanted = next.aws();
        return isOn(current.config())
                && isOn(next)
                && former != null
                && wanted != null
                && !(wanted.key().equals(former.key()) && wanted.region() == former.region());
    }

    /** Why no endpoint may be made in this project at all, whatever the region, be it a new one or one that replaces another. */
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
                : Optional.of(new EncryptionError.PrivateNetworkingNotSupported(List.of(
                        "the project is not in the state ACTIVE: until it is, it gets no endpoint, and one that was lost is"
                                + " not replaced")));
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

    /** Whether the project's key is to be reached over private endpoints only. */
    public static boolean isOn(EncryptionConfig config) {
        return Stream.ofNullable(config.aws()).anyMatch(AwsKms::requirePrivateNetworking);
    }

    private static String names(Set<AwsRegion> regions) {
        return regions.stream().sorted().map(AwsRegion::atlasName).collect(Collectors.joining(", "));
    }
}
