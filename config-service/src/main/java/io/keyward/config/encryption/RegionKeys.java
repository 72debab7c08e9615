package io.keyward.config.encryption;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.admitted.AdmittedRegionStore;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyProver;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.RegionRules;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.endpoint.EndpointWatcher;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives a project's key a key use in every region that needs one, and ends it where nothing does any more. */
@ApplicationScoped
public class RegionKeys implements EndpointWatcher {
    private final SituationStore situations;
    private final EncryptionStore store;
    private final KeyProver prover;
    private final ProjectStore projects;
    private final AdmittedRegionStore admitted;

    RegionKeys(
            SituationStore situations,
            EncryptionStore store,
            KeyProver prover,
            ProjectStore projects,
            AdmittedRegionStore admitted) {
        this.situations = situations;
        this.store = store;
        this.prover = prover;
        this.projects = projects;
        this.admitted = admitted;
    }

    /**
     * What a proof found.
     *
     * @param provider whose key it is
     * @param version of the configuration that was proved
     * @param found the key in the regions that were asked for, wherever it is
     */
    public record Regions(String groupId, Cloud provider, int version, List<InRegion> found) {}

    /**
     * Finds out whether the project's key can be used in those regions. Never called with a session open. A multi-Region key is looked for in
     * each region that has no key use yet; no answer counts as found, for a private endpoint may be what is missing. Regions without a
     * replica are served by the home key; under private networking they fail with 400 {@code AWS_KMS_KEY_NOT_REPLICATED_IN_REGION}. A
     * project without a customer key has none anywhere.
     */
    public Uni<Regions> prove(String groupId, Cloud provider, Set<CloudRegion> regions) {
        return situations.load(groupId).map(all -> all.of(provider)).chain(state -> find(state, regions)
                .invoke(found -> refuseMissing(state, regions, found))
                .map(found -> new Regions(groupId, provider, state.version(), found)));
    }

    /**
     * In which of the regions the key of that configuration is. Those with a key use are not asked about, and are among the answers all the
     * same: what needs the key use now may be gone when the answer is recorded.
     */
    Uni<List<InRegion>> find(ProviderState state, Set<CloudRegion> regions) {
        List<InRegion> known = state.uses().stream()
                .filter(key -> regions.contains(key.region()))
                .map(key -> InRegion.untried(key.region(), key.name()))
                .toList();
        Set<CloudRegion> unknown =
                regions.stream().filter(region -> state.in(region).isEmpty()).collect(Collectors.toUnmodifiableSet());
        return state.config().isEmpty() || unknown.isEmpty()
                ? Uni.createFrom().item(known)
                : prover.find(
                                state.groupId(),
                                state.config().get(),
                                state.home().orElseThrow().name(),
                                unknown)
                        .map(found ->
                                Stream.concat(known.stream(), found.stream()).toList());
    }

    /**
     * Records key uses for the regions in which the key was found, with the event. In the caller's open transaction, which holds the project's
     * lock; fails with a conflict when the configuration was changed since.
     */
    public Uni<Void> adopt(Regions proved, Actor actor) {
        return situations
                .load(proved.groupId())
                .map(all -> all.of(proved.provider()))
                .chain(state -> {
                    if (state.version() != proved.version()) {
                        throw Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
                    }
                    return store.rekey(state, RegionRules.adopted(state, proved.found(), ObjectIds::next), actor);
                });
    }

    /**
     * Ends former keys that neither a cluster nor a snapshot is under any more, and key uses of regions that neither a cluster nor an endpoint
     * needs, be it one that was admitted and is not heard of yet, with the event. In the caller's open transaction, which holds the project's lock
     * and has written what it changed.
     */
    public Uni<Void> release(String groupId, Actor actor) {
        return situations.find(groupId).chain(all -> Multi.createFrom()
                .items(Cloud.values())
                .map(all::of)
                .onItem()
                .transformToUniAndConcatenate(
                        now -> store.rekey(now.state(), RegionRules.fitting(now, ObjectIds::next), actor))
                .collect()
                .last());
    }

    /** An endpoint that appeared is what was admitted to its region: from then on the region needs its key for the endpoint alone. */
    @Override
    public Uni<Void> changed(Change change) {
        String groupId = change.groupId();
        return situations
                .hasKey(groupId)
                .chain(hasKey -> hasKey
                        ? projects.lock(groupId)
                                .chain(() -> forget(change))
                                .chain(() -> release(groupId, change.actor()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> forget(Change change) {
        return change.appeared() && change.region().isPresent()
                ? admitted.forget(change.groupId(), change.region().get())
                : Uni.createFrom().voidItem();
    }

    private static void refuseMissing(ProviderState state, Set<CloudRegion> wanted, List<InRegion> found) {
        if (!state.isPrivate()) {
            return;
        }
        Set<CloudRegion> known = found.stream().map(InRegion::region).collect(Collectors.toUnmodifiableSet());
        PrivateNetworkingRules.missing(state.home().orElseThrow().name(), wanted, known)
                .ifPresent(error -> {
                    throw EncryptionRefusals.of(error);
                });
    }
}
