package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.encryption.store.SituationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which customer keys a project has, for other features. */
@ApplicationScoped
public class ProjectKeys {
    private final SituationStore situations;
    private final KeyValidity validity;

    ProjectKeys(SituationStore situations, KeyValidity validity) {
        this.situations = situations;
        this.validity = validity;
    }

    /**
     * The key that a project has configured with one provider.
     *
     * @param id of the project key
     * @param name full name in its home region, the one that the tenant configured
     * @param multiRegion whether clusters in several regions can reach it privately
     * @param privateNetworking whether it is to be reached over private endpoints only
     */
    public record CurrentKey(String id, Cloud provider, String name, boolean multiRegion, boolean privateNetworking) {}

    /**
     * A project key, current or former.
     *
     * @param name full name in its home region
     * @param former whether another key took its place, or it was given up
     * @param since since when it is the current one, or was the last time
     * @param keyUseIds its key uses, the home one first
     */
    public record KeyFacts(
            String id,
            Cloud provider,
            String name,
            CloudRegion home,
            boolean former,
            Instant since,
            List<String> keyUseIds) {}

    /** The project's keys, of each provider that is on. Joins the caller's open transaction, if there is one. */
    public Uni<List<CurrentKey>> current(String groupId) {
        return situations.load(groupId).map(state -> Stream.of(Cloud.values())
                .flatMap(provider -> current(state.of(provider)).stream())
                .toList());
    }

    /** The project's key of that provider; empty when it is off. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<CurrentKey>> current(String groupId, Cloud provider) {
        return situations.load(groupId).map(state -> current(state.of(provider)));
    }

    /** The project key of that id; empty when nothing is under it any more, or it was never this project's. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<KeyFacts>> find(String groupId, String keyId) {
        return situations.load(groupId).map(state -> state.find(keyId).map(ProjectKeys::facts));
    }

    /** Whether the project's key of that provider is valid, as a read of the configuration says it. Never called with a session open: it may be checked first. */
    public Uni<Boolean> isValid(String groupId, Cloud provider) {
        return situations
                .load(groupId)
                .chain(state -> isValid(groupId, state.of(provider).current()));
    }

    /**
     * Whether that project key, current or former, is valid in all its regions by the last verdicts; false when the project has no such key. Never
     * called with a session open: it may be checked first.
     */
    public Uni<Boolean> isValid(String groupId, String keyId) {
        return situations.load(groupId).chain(state -> isValid(groupId, state.find(keyId)));
    }

    private Uni<Boolean> isValid(String groupId, Optional<ProjectKey> key) {
        return key.map(one -> validity.isValid(groupId, one))
                .orElse(Uni.createFrom().item(false));
    }

    private static Optional<CurrentKey> current(ProviderState state) {
        return state.config().flatMap(config -> state.current()
                .map(key -> new CurrentKey(
                        key.id(),
                        key.provider(),
                        key.name(),
                        config.named(key.home(), key.name()).isMultiRegion(),
                        config.requirePrivateNetworking())));
    }

    private static KeyFacts facts(ProjectKey key) {
        return new KeyFacts(
                key.id(),
                key.provider(),
                key.name(),
                key.home(),
                key.isFormer(),
                key.since(),
                key.uses().stream().map(KeyInUse::keyUseId).toList());
    }
}
