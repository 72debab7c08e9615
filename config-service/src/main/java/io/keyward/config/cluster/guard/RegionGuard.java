package io.keyward.config.cluster.guard;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.refusal.ClusterRefusals;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.ProjectKeys.CurrentKey;
import io.keyward.config.encryption.RegionKeys;
import io.keyward.config.endpoint.EndpointClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the owners of keys and endpoints whether a cluster may be as it is wanted. Never called with a session open; whatever may change
 * between the answer and the record is in the {@link Admission}.
 */
@ApplicationScoped
public class RegionGuard {
    private final ProjectKeys keys;
    private final RegionKeys regionKeys;
    private final EndpointClient endpoints;

    RegionGuard(ProjectKeys keys, RegionKeys regionKeys, EndpointClient endpoints) {
        this.keys = keys;
        this.regionKeys = regionKeys;
        this.endpoints = endpoints;
    }

    /** Lets the cluster pass, or fails with the refusal: 400 when something stands in its way, 503 when somebody did not answer. */
    public Uni<Admission> admit(Candidate candidate) {
        return keys.current(candidate.groupId())
                .invoke(known -> refuse(GuardRules.checkKey(candidate, wanted(candidate, known))))
                .call(known -> askEndpoints(candidate, known))
                .call(() -> askVerdict(candidate))
                .chain(known ->
                        prove(candidate).map(regions -> new Admission(known, candidate.keyProvider(), regions)));
    }

    private static Optional<CurrentKey> wanted(Candidate candidate, List<CurrentKey> keys) {
        return candidate.keyProvider().flatMap(provider -> keys.stream()
                .filter(key -> key.provider() == provider)
                .findFirst());
    }

    /** A cluster goes where its key is reached; one without a key, where one of the project's keys is. Without private networking it goes anywhere. */
    private Uni<Void> askEndpoints(Candidate candidate, List<CurrentKey> keys) {
        Set<Place> gaining = GuardRules.gaining(candidate.current(), candidate.next());
        List<Cloud> binding = gaining.isEmpty() ? List.of() : GuardRules.binding(candidate, keys);
        return Multi.createFrom()
                .iterable(binding)
                .onItem()
                .transformToUniAndConcatenate(cloud -> endpoints
                        .ask(candidate.groupId(), cloud)
                        .map(found -> GuardRules.checkEndpoints(candidate, gaining, cloud, found)))
                .collect()
                .asList()
                .invoke(errors -> refuse(
                        errors.stream().anyMatch(Optional::isEmpty)
                                ? Optional.empty()
                                : errors.stream().flatMap(Optional::stream).findFirst()))
                .replaceWithVoid();
    }

    /** Data is unwrapped to leave a key, which only a valid key can do. */
    private Uni<Void> askVerdict(Candidate candidate) {
        return candidate
                .formerKeyProvider()
                .filter(provider -> candidate.leavesKey())
                .map(provider -> keys.isValid(candidate.groupId(), provider)
                        .invoke(valid -> refuse(
                                valid ? Optional.empty() : Optional.of(new ClusterError.KeyInvalid(candidate.name()))))
                        .replaceWithVoid())
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Optional<RegionKeys.Regions>> prove(Candidate candidate) {
        return candidate
                .keyProvider()
                .filter(provider -> candidate.takesKeySomewhere())
                .map(provider -> regionKeys
                        .prove(candidate.groupId(), provider, candidate.regionsOn(provider))
                        .map(Optional::of))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static void refuse(Optional<ClusterError> error) {
        error.map(ClusterRefusals::of).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
