package io.keyward.config.cluster.guard;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.ProjectKeys.CurrentKey;
import io.keyward.config.encryption.RegionKeys;
import java.util.List;
import java.util.Optional;

/**
 * A cluster may be as it is wanted.
 *
 * @param keys the keys that the project has, by which this was judged; others at the time of recording are a conflict
 * @param wanted the provider whose key the cluster is to use; empty when it is to use none
 * @param regions where the key was found for it; empty when the cluster takes no key anywhere new
 */
public record Admission(List<CurrentKey> keys, Optional<Cloud> wanted, Optional<RegionKeys.Regions> regions) {

    /** The key that the cluster is to use. */
    public Optional<CurrentKey> key() {
        return wanted.flatMap(provider ->
                keys.stream().filter(key -> key.provider() == provider).findFirst());
    }
}
