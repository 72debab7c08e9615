package io.keyward.config.encryption;

import io.keyward.config.encryption.change.EncryptionChanges;
import io.keyward.config.encryption.change.Forecast;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.settings.EncryptionPatch;
import io.keyward.config.encryption.settings.EncryptionRules;
import io.keyward.config.encryption.settings.EncryptionRules.Merge;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

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
        return situations.load(groupId).chain(state -> isValid(state)
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

    /** Whether the current key is valid; false without one. */
    private Uni<Boolean> isValid(EncryptionState state) {
        return state.current()
                .map(key -> validity.isValid(state.groupId(), key))
                .orElse(Uni.createFrom().item(false));
    }
}
