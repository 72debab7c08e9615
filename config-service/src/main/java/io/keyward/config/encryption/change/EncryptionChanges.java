package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.PrivateNetworkingRules;
import io.keyward.config.encryption.settings.PrivateNetworkingRules.Ending;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.encryption.store.AdmissionStore;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.EncryptionStore.Change;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Carries a change of a KMS configuration out: endpoint-service closes the project where endpoints would be left behind, what is new about the keys
 * is proved with the customer's cloud, and only then the change is recorded. No session is open while others are asked.
 */
@ApplicationScoped
public class EncryptionChanges {
    private static final int CLOSINGS = 3;

    private final ChangeAssessor assessor;
    private final EndpointClient endpoints;
    private final AdmissionStore admissions;
    private final EncryptionStore store;

    EncryptionChanges(
            ChangeAssessor assessor, EndpointClient endpoints, AdmissionStore admissions, EncryptionStore store) {
        this.assessor = assessor;
        this.endpoints = endpoints;
        this.admissions = admissions;
        this.store = store;
    }

    /** Makes {@code next} the project's configuration, or fails with the refusal and changes nothing. */
    public Uni<Void> apply(Situation now, EncryptionConfig next, Actor actor) {
        PrivateNetworkingRules.obstacle(now, next).map(EncryptionRefusals::of).ifPresent(EncryptionChanges::refuse);
        Optional<Ending> ending = PrivateNetworkingRules.ending(now.state(), next);
        return closeFirst(now, next)
                .invoke(closing -> refuseIfAny(closing.existing(), ending))
                .chain(closing -> assessor.assess(now, next, closing.existing())
                        .invoke(found -> found.blockers().stream().findFirst().ifPresent(EncryptionChanges::refuse))
                        .map(found -> Change.of(now.state(), next, found.proof(), closing.stamp())))
                .chain(change -> record(now, change, ending, actor))
                .invoke(error -> error.map(EncryptionRefusals::of).ifPresent(EncryptionChanges::refuse))
                .replaceWithVoid();
    }

    /** What would become of {@code next}. Closes nothing and records nothing. */
    public Uni<Forecast> forecast(Situation now, EncryptionConfig next) {
        return (PrivateNetworkingRules.isOn(now.state().config())
                        ? endpoints.ask(now.state().groupId())
                        : Uni.createFrom().item(List.<PrivateEndpoint>of()))
                .chain(existing -> assessor.assess(now, next, existing))
                .map(found -> ForecastRules.forecast(now, found));
    }

    /**
     * What was closed.
     *
     * @param stamp absent when the change is nothing to endpoints
     * @param existing the endpoints that were there; no other can appear without a higher stamp
     */
    private record Closing(Optional<Long> stamp, List<PrivateEndpoint> existing) {
        static final Closing NONE = new Closing(Optional.empty(), List.of());
    }

    /**
     * Closes before anything is proved: while there are endpoints nobody asks for the key over the internet, not even to find out whether the project
     * could do without them. A project that moves to another key is closed as well, so that none is made for the former key meanwhile.
     */
    private Uni<Closing> closeFirst(Situation now, EncryptionConfig next) {
        boolean matters = PrivateNetworkingRules.ending(now.state(), next).isPresent()
                || PrivateNetworkingRules.mayChangeKeyPrivately(now.state(), next);
        return matters
                ? close(now.state().groupId(), now.state().version())
                : Uni.createFrom().item(Closing.NONE);
    }

    private Uni<Optional<EncryptionError>> record(Situation now, Change change, Optional<Ending> ending, Actor actor) {
        String groupId = now.state().groupId();
        return ending.map(reason -> closeAndRecord(groupId, change, reason, actor, CLOSINGS))
                .orElseGet(() -> store.record(groupId, change, actor));
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
                : close(groupId, change.version())
                        .invoke(closing -> refuseIfAny(closing.existing(), Optional.of(ending)))
                        .map(closing -> change.closedAt(closing.stamp().orElseThrow()));
    }

    private Uni<Closing> close(String groupId, int version) {
        return admissions.raise(groupId, version).chain(stamp -> endpoints
                .close(groupId, stamp)
                .map(existing -> new Closing(Optional.of(stamp), existing)));
    }

    private static void refuseIfAny(List<PrivateEndpoint> existing, Optional<Ending> ending) {
        if (!existing.isEmpty()) {
            ending.map(reason -> PrivateNetworkingRules.blocked(reason, RegionEndpoints.of(existing)))
                    .map(EncryptionRefusals::of)
                    .ifPresent(EncryptionChanges::refuse);
        }
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }
}
