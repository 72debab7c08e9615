package io.keyward.config.cluster.guard;

import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.RegionKeys;
import java.util.Optional;

/**
 * A cluster may be as it is wanted.
 *
 * @param key the project's key by which this was judged; another one at the time of recording is a conflict
 * @param regions where the key was found for it; empty when the cluster takes no key anywhere new
 */
public record Admission(Optional<ProjectKeys.AwsKey> key, Optional<RegionKeys.Regions> regions) {}
