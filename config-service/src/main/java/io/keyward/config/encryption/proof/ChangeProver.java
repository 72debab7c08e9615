package io.keyward.config.encryption.proof;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.role.AwsRole;
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
    private final KeyValidity validity;

    ChangeProver(KeyProver prover, KeyValidity validity) {
        this.prover = prover;
        this.validity = validity;
    }

    /**
     * What was found.
     *
     * @param wanted the key of the wanted configuration
     * @param others the project's other keys that something is still under, if they are to be opened by another role
     */
    public record Found(Inspection wanted, List<OtherKey> others) {}

    /** Another key of the project. */
    public record OtherKey(ProjectKey key, Inspection inspection) {

        /** Why the role cannot open it; a key out of reach behind private networking says nothing about the role. */
        public Optional<Refusal> refusal() {
            return ProofRules.refusals(
                            inspection, region -> inspection.home().key().requirePrivateNetworking())
                    .stream()
                    .findFirst()
                    .map(refusal -> refusal.withDetail("The role does not open the key " + key.arn()
                            + ", which is still needed. " + refusal.detail()));
        }
    }

    /**
     * Opens the wanted key in those regions, and with another role also every other key that something is under. Fails with the refusal when there is
     * no such role, or it was not authorised.
     */
    public Uni<Found> look(Situation now, AwsKms wanted, Set<AwsRegion> needed) {
        return prover.role(now.state().groupId(), wanted.roleId()).chain(role -> prover.inspect(wanted, role, needed)
                .chain(found -> open(others(now, wanted, found), role, wanted.requirePrivateNetworking())
                        .map(opened -> new Found(found, opened))));
    }

    private static List<ProjectKey> others(Situation now, AwsKms wanted, Inspection found) {
        return now.state().keys().stream()
                .filter(key -> !key.roleId().equals(wanted.roleId()))
                .filter(key -> !key.isNamed(found.home().arn()) && now.isHeld(key.id()))
                .toList();
    }

    /** Opens with that role, as it would be, every key that it opens now; fails with the refusal when one does not open. */
    public Uni<Void> verify(AwsRole role, EncryptionState state) {
        AwsKms aws = state.config().aws();
        boolean privately = aws != null && aws.requirePrivateNetworking();
        List<ProjectKey> keys = state.keys().stream()
                .filter(key -> key.roleId().equals(role.id()))
                .toList();
        return open(keys, role, privately)
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
    private Uni<List<OtherKey>> open(List<ProjectKey> keys, AwsRole role, boolean privately) {
        Context home = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> prover.inspect(
                                new AwsKms(key.arn(), key.home(), role.id(), privately), role, regions(key))
                        .map(inspection -> new OtherKey(key, inspection)))
                .collect()
                .asList()
                .emitOn(task -> home.runOnContext(ignored -> task.run()));
    }

    private static Set<AwsRegion> regions(ProjectKey key) {
        return key.uses().stream().map(KeyInUse::region).collect(Collectors.toUnmodifiableSet());
    }
}
