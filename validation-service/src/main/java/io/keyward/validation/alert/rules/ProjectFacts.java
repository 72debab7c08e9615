package io.keyward.validation.alert.rules;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
     * @param credentialEndsAt when the secret ends that opens it; null when it takes none, or nobody tells
     */
    public record KeyFacts(
            KeyUse use,
            @Nullable Evidence evidence,
            @Nullable Instant credentialEndsAt) {

        /** One of which nobody tells when what opens it ends. */
        public KeyFacts(KeyUse use, @Nullable Evidence evidence) {
            this(use, evidence, null);
        }

        /** All that has a last day, the nearest first. */
        public List<Ending> endings() {
            var life = use.life();
            var ofKey = life == null || life.end() == null || life.endsAt() == null
                    ? Stream.<Ending>empty()
                    : Stream.of(new Ending(life.end(), life.endsAt()));
            var ofCredential = Stream.ofNullable(credentialEndsAt).map(at -> new Ending(End.CREDENTIAL_EXPIRY, at));
            return Stream.concat(ofKey, ofCredential)
                    .sorted(Comparator.comparing(Ending::at))
                    .toList();
        }
    }

    /** The last day of a key, of what it is made of, or of what opens it. */
    public record Ending(End what, Instant at) {}

    /**
     * Since when a key has been the one that a project uses with a provider.
     *
     * @param keyUseId its key use in the region that the project configured
     * @param keyId the key in all regions; null when nobody told
     */
    public record KeyAge(
            String provider, String keyUseId, @Nullable String keyId, Instant since) {}
}
