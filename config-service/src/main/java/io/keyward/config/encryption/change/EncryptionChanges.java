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
        return closeFirst(now, ending)
                .chain(closed -> privateEndpoints(now, next)
                        .chain(existing -> assessor.assess(now, next, existing))
                        .invoke(found -> found.blockers().stream().findFirst().ifPresent(EncryptionChanges::refuse))
                        .map(found -> Change.of(now.state(), next, found.proof(), closed)))
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
     * Closes before anything is proved: while there are endpoints nobody asks for the key over the internet, not even to find out whether
     * the project could do without them. Empty when the project need not be without endpoints.
     */
    private Uni<Optional<Long>> closeFirst(Situation now, Optional<Ending> ending) {
        return ending.map(reason -> close(now.state().groupId(), now.state().version(), reason)
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Asked for only where another key would have to be reached through them. */
    private Uni<List<PrivateEndpoint>> privateEndpoints(Situation now, EncryptionConfig next) {
        return PrivateNetworkingRules.mayChangeKeyPrivately(now.state(), next)
                ? endpoints.ask(now.state().groupId())
                : Uni.createFrom().item(List.of());
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
            refuse(EncryptionRefusals.of(PrivateNetworkingRules.blocked(ending, ChangeRules.names(existing))));
        }
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }
}
