package io.keyward.config.encryption.change;

import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.PrivateNetworkingRules.Ending;
import io.keyward.config.encryption.store.AdmissionStore;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Closes a project to new private endpoints of one provider, and learns which there are. Never called with a session open. */
@ApplicationScoped
class Closings {
    private final AdmissionStore admissions;
    private final EndpointClient endpoints;

    Closings(AdmissionStore admissions, EndpointClient endpoints) {
        this.admissions = admissions;
        this.endpoints = endpoints;
    }

    /**
     * What was closed.
     *
     * @param stamp absent when the change is nothing to endpoints
     * @param existing the endpoints that were there; no other can appear without a higher stamp
     */
    record Closing(Optional<Long> stamp, List<PrivateEndpoint> existing) {
        static final Closing NONE = new Closing(Optional.empty(), List.of());
    }

    /**
     * Closes.
     *
     * @param ending what needs the project to be without endpoints, if anything does: then it fails with the refusal while there are any
     */
    Uni<Closing> close(ProviderState current, Optional<Ending> ending) {
        return admissions
                .raise(current.groupId(), current.provider(), current.version())
                .chain(stamp -> endpoints
                        .close(current.groupId(), current.provider(), stamp)
                        .map(existing -> new Closing(Optional.of(stamp), existing)))
                .invoke(closing -> refuseIfAny(closing.existing(), ending));
    }

    private static void refuseIfAny(List<PrivateEndpoint> existing, Optional<Ending> ending) {
        if (!existing.isEmpty()) {
            ending.map(reason -> PrivateNetworkingRules.blocked(reason, RegionEndpoints.of(existing)))
                    .map(EncryptionRefusals::of)
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        }
    }
}
