package io.keyward.config.encryption;

import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyProver;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.PrivateNetworkingRules;
import io.keyward.config.encryption.settings.PrivateNetworkingRules.Ending;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.encryption.store.AdmissionStore;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.EncryptionStore.Change;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Carries a change of a KMS configuration out: what is new about the key is proved with the customer's cloud, endpoint-service closes the
 * project where endpoints would be left behind, and only then the change is recorded. No session is open while others are asked.
 */
@ApplicationScoped
class EncryptionChanges {
    private static final int CLOSINGS = 3;

    private final KeyProver prover;
    private final EndpointClient endpoints;
    private final AdmissionStore admissions;
    private final EncryptionStore store;

    EncryptionChanges(KeyProver prover, EndpointClient endpoints, AdmissionStore admissions, EncryptionStore store) {
        this.prover = prover;
        this.endpoints = endpoints;
        this.admissions = admissions;
        this.store = store;
    }

    /** Makes {@code next} the project's configuration, or fails with the refusal and changes nothing. */
    Uni<Void> apply(Situation now, EncryptionConfig next, Actor actor) {
        PrivateNetworkingRules.obstacle(now, next).ifPresent(EncryptionChanges::refuse);
        return prove(now, next).chain(proof -> apply(now, next, proof, actor));
    }

    private Uni<Void> apply(Situation now, EncryptionConfig next, Optional<KeyProof> proof, Actor actor) {
        String groupId = now.state().groupId();
        Optional<String> nextArn = proof.map(found -> found.home().arn());
        Change change = new Change(next, now.state().version(), proof, Optional.empty());
        return PrivateNetworkingRules.ending(now.state(), next, nextArn)
                .map(ending -> closeAndRecord(groupId, change, ending, actor, CLOSINGS))
                .orElseGet(() -> store.record(groupId, change, actor))
                .invoke(error -> error.ifPresent(EncryptionChanges::refuse))
                .replaceWithVoid();
    }

    /** Whatever is new about the key is proved; the rest needs no proof. */
    private Uni<Optional<KeyProof>> prove(Situation now, EncryptionConfig next) {
        AwsKms aws = next.aws();
        return aws == null || aws.equals(now.state().config().aws())
                ? Uni.createFrom().item(Optional.empty())
                : prover.prove(now.state().groupId(), aws, now.neededRegions(aws.region()))
                        .map(Optional::of);
    }

    /** An endpoint that is admitted between closing and recording makes the recording fail: then it is seen by the next closing. */
    private Uni<Optional<EncryptionError>> closeAndRecord(
            String groupId, Change change, Ending ending, Actor actor, int attempts) {
        return close(groupId, change.version(), ending)
                .chain(stamp -> store.record(groupId, change.closedAt(stamp), actor))
                .chain(error -> attempts > 1 && error.equals(Optional.of(new EncryptionError.AdmittedMeanwhile()))
                        ? closeAndRecord(groupId, change, ending, actor, attempts - 1)
                        : Uni.createFrom().item(error));
    }

    private Uni<Long> close(String groupId, int version, Ending ending) {
        return admissions.raise(groupId, version).chain(stamp -> endpoints
                .close(groupId, stamp)
                .invoke(existing -> refuseIfAny(existing, ending))
                .replaceWith(stamp));
    }

    private static void refuseIfAny(List<PrivateEndpoint> existing, Ending ending) {
        if (!existing.isEmpty()) {
            List<String> regions = existing.stream()
                    .map(PrivateEndpoint::regionName)
                    .distinct()
                    .sorted()
                    .toList();
            refuse(PrivateNetworkingRules.blocked(ending, regions));
        }
    }

    private static void refuse(EncryptionError error) {
        throw EncryptionRefusals.of(error);
    }
}
