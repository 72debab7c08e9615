package io.keyward.config.encryption.proof;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.encryption.situation.Situation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens everything that has to open before a configuration or a role is accepted. Never called with a session open. */
@ApplicationScoped
public class ChangeProver {
    private final KeyProver prover;
    private final Openers openers;
    private final KeyValidity validity;

    ChangeProver(KeyProver prover, Openers openers, KeyValidity validity) {
        this.prover = prover;
        this.openers = openers;
        this.validity = validity;
    }

    /**
     * What was found.
     *
     * @param wanted the key of the wanted configuration
     * @param others the project's other keys that something is still under, if they are to be opened by something else
     */
    public record Found(Inspection wanted, List<OtherKey> others) {}

    /** Another key of the project. */
    public record OtherKey(ProjectKey key, Inspection inspection) {

        /** Why it does not open; a key out of reach behind private networking says nothing about what opens it. */
        public Optional<Refusal> refusal() {
            return ProofRules.refusals(
                            inspection, region -> inspection.home().key().requirePrivateNetworking())
                    .stream()
                    .findFirst()
                    .map(refusal -> refusal.withDetail("What is to open the project's keys does not open " + key.name()
                            + ", which is still needed. " + refusal.detail()));
        }
    }

    /**
     * Opens the wanted key in those regions, and with another opener also every other key that something is under. Fails with the refusal when there is
     * no such role, or it was not authorised.
     *
     * @param sent secrets that nobody keeps yet
     */
    public Uni<Found> look(Situation now, KmsConfig wanted, SentCredentials sent, Set<CloudRegion> needed) {
        String groupId = now.state().groupId();
        return openers.open(groupId, wanted.opener(), sent).chain(opening -> prover.inspect(
                        groupId, wanted, opening, needed)
                .chain(found -> open(others(now, wanted, found), groupId, wanted.requirePrivateNetworking(), opening)
                        .map(opened -> new Found(found, opened))));
    }

    private static List<ProjectKey> others(Situation now, KmsConfig wanted, Inspection found) {
        return now.state().keys().stream()
                .filter(key -> !key.opener().equals(wanted.opener()))
                .filter(key -> !key.isNamed(found.home().name()) && now.isHeld(key.id()))
                .toList();
    }

    /**
     * Opens with what a role is to be every key that it opens now; fails with the refusal when one does not open.
     *
     * @param access what the role is to amount to
     */
    public Uni<Void> verify(Opener.Role role, KeyAccess access, ProviderState state) {
        List<ProjectKey> keys =
                state.keys().stream().filter(key -> key.opener().equals(role)).toList();
        return open(keys, state.groupId(), state.isPrivate(), Opening.of(access))
                .chain(opened -> lost(state.groupId(), opened))
                .invoke(refusals -> refusals.stream().findFirst().ifPresent(refusal -> {
                    throw refusal;
                }))
                .replaceWithVoid();
    }

    /** The refusals about keys that would be lost: about a former one only if it opens today, for what does not open anyway cannot be lost. */
    public Uni<List<Refusal>> lost(String groupId, List<OtherKey> opened) {
        List<OtherKey> failed =
                opened.stream().filter(other -> other.refusal().isPresent()).toList();
        List<ProjectKey> former =
                failed.stream().map(OtherKey::key).filter(ProjectKey::isFormer).toList();
        Uni<Set<String>> valid = former.isEmpty() ? Uni.createFrom().item(Set.of()) : validity.valid(groupId, former);
        return valid.map(ids -> failed.stream()
                .filter(other ->
                        !other.key().isFormer() || ids.contains(other.key().id()))
                .flatMap(other -> other.refusal().stream())
                .toList());
    }

    /** One key after the other, each in all its regions; ends on the context it began on. */
    private Uni<List<OtherKey>> open(List<ProjectKey> keys, String groupId, boolean privately, Opening opening) {
        Context home = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(
                        key -> prover.inspect(groupId, key.config().reached(privately), opening, regions(key))
                                .map(inspection -> new OtherKey(key, inspection)))
                .collect()
                .asList()
                .emitOn(task -> home.runOnContext(ignored -> task.run()));
    }

    private static Set<CloudRegion> regions(ProjectKey key) {
        return key.uses().stream().map(KeyInUse::region).collect(Collectors.toUnmodifiableSet());
    }
}
