package io.keyward.config.encryption;

import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.store.AdmissionStore;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.EncryptionStore.Change;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.EndpointWords;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import io.keyward.config.project.closing.KeyTeardown;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the end of a project means to its key: no endpoint may be left or appear, and the configuration goes. */
@ApplicationScoped
class EncryptionTeardown implements KeyTeardown {
    private final SituationStore situations;
    private final AdmissionStore admissions;
    private final EndpointClient endpoints;
    private final EncryptionStore store;

    EncryptionTeardown(
            SituationStore situations, AdmissionStore admissions, EndpointClient endpoints, EncryptionStore store) {
        this.situations = situations;
        this.admissions = admissions;
        this.endpoints = endpoints;
        this.store = store;
    }

    /** A project that never had a configuration never had an endpoint. */
    @Override
    public Uni<Closed> close(String groupId) {
        return situations
                .load(groupId)
                .chain(state -> isUntouched(state)
                        ? Uni.createFrom().item(new Closed(state.version(), state.stamp(), List.of()))
                        : admissions.raise(groupId, state.version()).chain(stamp -> endpoints
                                .close(groupId, stamp)
                                .map(existing -> new Closed(state.version(), stamp, words(existing)))));
    }

    @Override
    public Uni<Boolean> erase(String groupId, Closed closed, Actor actor) {
        return situations.load(groupId).chain(state -> {
            if (state.version() != closed.version() || state.stamp() != closed.stamp()) {
                return Uni.createFrom().item(false);
            }
            Change nothing = Change.of(state, EncryptionConfig.OFF, Optional.empty(), Optional.of(closed.stamp()));
            return state.keys().isEmpty()
                    ? Uni.createFrom().item(true)
                    : store.record(groupId, nothing, actor).map(Optional::isEmpty);
        });
    }

    private static boolean isUntouched(EncryptionState state) {
        return state.version() < 0;
    }

    private static List<String> words(List<PrivateEndpoint> endpoints) {
        return RegionEndpoints.of(endpoints).stream().map(EndpointWords::of).toList();
    }
}
