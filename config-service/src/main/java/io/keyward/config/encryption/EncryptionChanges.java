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
        return closeFirst(now, next).chain(closed -> prove(now, next)
                .chain(proof -> record(now, new Change(next, now.state().version(), proof, closed), actor)));
    }

    /**
     * Closes before anything is proved: while there are endpoints nobody asks for the key over the internet, not even to find out whether
     * the project could do without them. Empty when the project need not be without endpoints, or when only the proof can tell.
     */
    private Uni<Optional<Long>> closeFirst(Situation now, EncryptionConfig next) {
        return PrivateNetworkingRules.ending(now.state(), next, Optional.empty())
                .map(ending -> close(now.state().groupId(), now.state().version(), ending)
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> record(Situation now, Change change, Actor actor) {
        String groupId = now.state().groupId();
        Optional<String> nextArn = change.proof().map(found -> found.home().arn());
        return PrivateNetworkingRules.ending(now.state(), change.next(), nextArn)
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
        return closed(groupId, change, ending)
                .chain(closed -> store.record(groupId, closed, actor))
                .chain(error -> attempts > 1 && error.equals(Optional.of(new EncryptionError.AdmittedMeanwhile()))
                        ? closeAndRecord(groupId, change.unclosed(), ending, actor, attempts - 1)
                        : Uni.createFrom().item(error));
    }

    private Uni<Change> closed(String groupId, Change change, Ending ending) {
        return change.closed().isPresent()
                ? Uni.createFrom().item(change)
                : close(groupId, change.version(), ending).map(change::closedAt);
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
