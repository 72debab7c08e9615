package io.keyward.config.cluster.guard;

import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.refusal.ClusterRefusals;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.ProjectKeys.AwsKey;
import io.keyward.config.encryption.RegionKeys;
import io.keyward.config.endpoint.EndpointClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
        return keys.aws(candidate.groupId())
                .invoke(key -> refuse(GuardRules.checkKey(candidate, key)))
                .call(key -> askEndpoints(candidate, key))
                .call(() -> askVerdict(candidate))
                .chain(key -> prove(candidate).map(regions -> new Admission(key, regions)));
    }

    /** Without private networking there are no endpoints to ask for. */
    private Uni<Void> askEndpoints(Candidate candidate, Optional<AwsKey> key) {
        Set<Place> gaining = GuardRules.gaining(candidate.current(), candidate.next());
        return gaining.isEmpty() || !key.map(AwsKey::privateNetworking).orElse(false)
                ? Uni.createFrom().voidItem()
                : endpoints
                        .ask(candidate.groupId())
                        .invoke(found -> refuse(GuardRules.checkEndpoints(candidate, gaining, found)))
                        .replaceWithVoid();
    }

    /** Data is unwrapped to leave a key, which only a valid key can do. */
    private Uni<Void> askVerdict(Candidate candidate) {
        return !candidate.leavesKey()
                ? Uni.createFrom().voidItem()
                : keys.isValid(candidate.groupId())
                        .invoke(valid -> refuse(
                                valid ? Optional.empty() : Optional.of(new ClusterError.KeyInvalid(candidate.name()))))
                        .replaceWithVoid();
    }

    private Uni<Optional<RegionKeys.Regions>> prove(Candidate candidate) {
        return candidate.takesKeySomewhere()
                ? regionKeys.prove(candidate.groupId(), candidate.awsRegions()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static void refuse(Optional<ClusterError> error) {
        error.map(ClusterRefusals::of).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
