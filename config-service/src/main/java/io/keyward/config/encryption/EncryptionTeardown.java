package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.merge.Proposal;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.store.AdmissionStore;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.EncryptionStore.Change;
import io.keyward.config.encryption.store.EncryptionStore.ProviderChange;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.EndpointWords;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import io.keyward.config.project.closing.KeyTeardown;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** With a provider that was never on, and never closed, a project never had an endpoint. */
    @Override
    public Uni<Closed> close(String groupId) {
        return situations.load(groupId).chain(state -> Multi.createFrom()
                .iterable(Stream.of(Cloud.values())
                        .filter(state::mayHaveEndpoints)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(provider -> close(state, provider))
                .collect()
                .asList()
                .map(closed -> together(state, closed)));
    }

    private Uni<ProviderClosed> close(EncryptionState state, Cloud provider) {
        return admissions.raise(state.groupId(), provider, state.version()).chain(stamp -> endpoints
                .close(state.groupId(), provider, stamp)
                .map(existing -> new ProviderClosed(provider, stamp, words(existing))));
    }

    private static Closed together(EncryptionState state, List<ProviderClosed> closed) {
        return new Closed(
                state.version(),
                closed.stream().collect(Collectors.toUnmodifiableMap(ProviderClosed::provider, ProviderClosed::stamp)),
                closed.stream().flatMap(one -> one.endpoints().stream()).toList());
    }

    private record ProviderClosed(Cloud provider, long stamp, List<String> endpoints) {}

    @Override
    public Uni<Boolean> erase(String groupId, Closed closed, Actor actor) {
        return situations.load(groupId).chain(state -> {
            if (state.version() != closed.version() || !state.stamps().equals(closed.stamps())) {
                return Uni.createFrom().item(false);
            }
            List<ProviderChange> nothing = state.keys().stream()
                    .map(ProjectKey::provider)
                    .distinct()
                    .map(provider -> new ProviderChange(
                            provider,
                            Optional.empty(),
                            Optional.ofNullable(closed.stamps().get(provider))))
                    .toList();
            return nothing.isEmpty()
                    ? Uni.createFrom().item(true)
                    : store.record(
                                    groupId,
                                    new Change(
                                            new Proposal(EncryptionConfig.OFF, SentCredentials.NONE),
                                            state.version(),
                                            nothing),
                                    actor)
                            .map(Optional::isEmpty);
        });
    }

    private static List<String> words(List<PrivateEndpoint> endpoints) {
        return RegionEndpoints.of(endpoints).stream().map(EndpointWords::of).toList();
    }
}
