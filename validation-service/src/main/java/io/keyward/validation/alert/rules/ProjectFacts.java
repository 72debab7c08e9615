package io.keyward.validation.alert.rules;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that alerts of a project follow from. Key uses and clusters that have ended are not listed. */
public record ProjectFacts(
        List<KeyFacts> keys, List<ClusterFacts> clusters, List<Endpoint> endpoints, List<KeyAge> ages) {

    public ProjectFacts {
        keys = List.copyOf(keys);
        clusters = List.copyOf(clusters);
        endpoints = List.copyOf(endpoints);
        ages = List.copyOf(ages);
    }

    /**
     * A key use, and what its last recorded check answered.
     *
     * @param evidence null when it was never checked
     */
    public record KeyFacts(KeyUse use, @Nullable Evidence evidence) {}

    /**
     * Since when a key has been the one that a project uses with a provider.
     *
     * @param keyUseId its key use in the region that the project configured
     * @param keyId the key in all regions; null when nobody told
     */
    public record KeyAge(
            String provider, String keyUseId, @Nullable String keyId, Instant since) {}
}
