package io.keyward.config.encryption.situation;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project's KMS configuration with everything around it that a decision about it rests on.
 *
 * @param active whether the project is ACTIVE
 * @param clusters those under any of the project's keys, or to be, that are not deleted
 * @param snapshots those that need one of the project's keys
 * @param endpointRegions the regions in which endpoints were last seen, whatever their state, or were admitted and not heard of yet, by cloud
 */
public record ProjectSituation(
        EncryptionState state,
        boolean active,
        List<ClusterUse> clusters,
        List<SnapshotUse> snapshots,
        Map<Cloud, Set<CloudRegion>> endpointRegions) {

    /** What of it is about one provider. */
    public Situation of(Cloud provider) {
        ProviderState own = state.of(provider);
        Set<String> keyIds = own.keys().stream().map(ProjectKey::id).collect(Collectors.toUnmodifiableSet());
        return new Situation(
                own,
                active,
                clusters.stream()
                        .filter(cluster -> cluster.wants() == provider
                                || cluster.keyIds().stream().anyMatch(keyIds::contains))
                        .toList(),
                snapshots.stream()
                        .filter(snapshot -> keyIds.contains(snapshot.keyId()))
                        .toList(),
                endpointRegions.getOrDefault(provider, Set.of()));
    }
}
