package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.change.EncryptionChanges;
import io.keyward.config.encryption.change.Forecast;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.settings.EncryptionPatch;
import io.keyward.config.encryption.settings.EncryptionRules;
import io.keyward.config.encryption.settings.EncryptionRules.Merge;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and changes the KMS configuration of a project. */
@ApplicationScoped
class EncryptionService {
    private final SituationStore situations;
    private final EncryptionChanges changes;
    private final KeyValidity validity;

    EncryptionService(SituationStore situations, EncryptionChanges changes, KeyValidity validity) {
        this.situations = situations;
        this.changes = changes;
        this.validity = validity;
    }

    /** The configuration with the last verdicts about its keys, made fresh first if one is bad and old. */
    Uni<EncryptionView> get(String groupId) {
        return situations.load(groupId).chain(state -> valid(state)
                .map(valid -> EncryptionView.of(state.config(), valid)));
    }

    /** Changes what was sent, then answers as a GET does. Goes on when the caller hangs up. */
    Uni<EncryptionView> patch(String groupId, EncryptionPatch patch, Actor actor) {
        return Detached.run(() -> situations.find(groupId).chain(now -> switch (EncryptionRules.merge(
                        now.state().config(), patch)) {
                    case Merge.Unchanged() -> Uni.createFrom().voidItem();
                    case Merge.Refused(var error) -> throw EncryptionRefusals.of(error);
                    case Merge.Changed(var next) -> changes.apply(now, next, actor);
                }))
                .chain(() -> get(groupId));
    }

    /** What the same PATCH would do, and everything that stands in its way. Changes nothing. */
    Uni<Forecast> forecast(String groupId, EncryptionPatch patch) {
        return situations.find(groupId).chain(now -> switch (EncryptionRules.merge(
                now.state().config(), patch)) {
            case Merge.Unchanged() -> Uni.createFrom().item(Forecast.unchanged());
            case Merge.Refused(var error) -> Uni.createFrom().item(Forecast.refused(EncryptionRefusals.of(error)));
            case Merge.Changed(var next) -> changes.forecast(now, next);
        });
    }

    /** The providers whose current key is valid. */
    private Uni<Set<Cloud>> valid(EncryptionState state) {
        List<ProjectKey> current =
                state.keys().stream().filter(key -> !key.isFormer()).toList();
        return validity.valid(state.groupId(), current).map(ids -> current.stream()
                .filter(key -> ids.contains(key.id()))
                .map(ProjectKey::provider)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
