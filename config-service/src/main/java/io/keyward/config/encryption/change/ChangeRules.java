package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.merge.EncryptionRules;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.Inspection;
import io.keyward.config.encryption.proof.ProofRules;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that stands in the way of a change. Pure. */
final class ChangeRules {
    private ChangeRules() {}

    /** What can be told without asking for a key: where private networking cannot be, and endpoints that have to go first. */
    static List<Refusal> obstacles(Situation now, Optional<KmsConfig> next, List<PrivateEndpoint> endpoints) {
        List<Refusal> found = new ArrayList<>();
        PrivateNetworkingRules.obstacle(now, next).map(EncryptionRefusals::of).ifPresent(found::add);
        if (!endpoints.isEmpty()) {
            PrivateNetworkingRules.ending(now.state(), next)
                    .map(ending -> PrivateNetworkingRules.blocked(ending, RegionEndpoints.of(endpoints)))
                    .map(EncryptionRefusals::of)
                    .ifPresent(found::add);
        }
        locked(now, next, endpoints)
                .or(() -> next.flatMap(KmsConfig::mismatch))
                .map(EncryptionRefusals::of)
                .ifPresent(found::add);
        return found;
    }

    private static Optional<EncryptionError> locked(
            Situation now, Optional<KmsConfig> next, List<PrivateEndpoint> endpoints) {
        return now.state().isPrivate()
                ? PrivateNetworkingRules.locked(now.state(), next, RegionEndpoints.of(endpoints))
                : Optional.empty();
    }

    /**
     * Whether nobody may be asked for the key: it would be over the internet, or through endpoints that lead elsewhere, while there are endpoints; or it is
     * none of the configured place.
     */
    static boolean isKeptFromAsking(Situation now, Optional<KmsConfig> next, List<PrivateEndpoint> endpoints) {
        boolean elsewhere = PrivateNetworkingRules.ending(now.state(), next).isPresent()
                || locked(now, next, endpoints).isPresent();
        return next.flatMap(KmsConfig::mismatch).isPresent() || (!endpoints.isEmpty() && elsewhere);
    }

    /** The regions in which the wanted key is looked for: where it is needed, and where there are endpoints. */
    static Set<CloudRegion> needed(Situation now, KmsConfig wanted, List<PrivateEndpoint> endpoints) {
        return Stream.concat(
                        now.neededRegions(wanted).stream(),
                        PrivateEndpoint.regions(endpoints, endpoint -> true).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why clusters cannot leave the current key, if they would have to. */
    static List<Refusal> clusters(Situation now, KmsConfig wanted, Inspection found, boolean valid) {
        return EncryptionRules.isOtherKey(now.state(), wanted, found.home().name())
                ? EncryptionRules.keyInvalid(now, valid).map(EncryptionRefusals::of).stream()
                        .toList()
                : List.of();
    }

    /**
     * Why the wanted key cannot be used. Behind private networking a key out of reach may wait for its endpoint, but not where clusters are to move
     * to it, nor where there is an endpoint that can be used.
     */
    static List<Refusal> key(Situation now, KmsConfig wanted, Inspection found, List<PrivateEndpoint> endpoints) {
        boolean other =
                EncryptionRules.isOtherKey(now.state(), wanted, found.home().name());
        boolean moves = other && !now.stayingClusters().isEmpty();
        Set<CloudRegion> covered = other ? PrivateEndpoint.regions(endpoints, PrivateEndpoint::isActive) : Set.of();
        List<Refusal> refusals = ProofRules.refusals(
                found, region -> wanted.requirePrivateNetworking() && !moves && !covered.contains(region));
        return refusals.isEmpty() ? missing(now, wanted, found, endpoints) : refusals;
    }

    private static List<Refusal> missing(
            Situation now, KmsConfig wanted, Inspection found, List<PrivateEndpoint> endpoints) {
        return PrivateNetworkingRules.missing(
                        now,
                        wanted,
                        ProofRules.proof(found, Instant.EPOCH),
                        PrivateEndpoint.regions(endpoints, endpoint -> true))
                .map(EncryptionRefusals::of)
                .stream()
                .toList();
    }
}
