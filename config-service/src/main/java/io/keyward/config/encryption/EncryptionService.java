package io.keyward.config.encryption;

import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.settings.EncryptionPatch;
import io.keyward.config.encryption.settings.EncryptionRules;
import io.keyward.config.encryption.settings.EncryptionRules.Merge;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.verdict.KeyVerdict;
import io.keyward.config.verdict.KeyVerdicts;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and changes the KMS configuration of a project. */
@ApplicationScoped
class EncryptionService {
    private final SituationStore situations;
    private final EncryptionChanges changes;
    private final KeyVerdicts verdicts;

    EncryptionService(SituationStore situations, EncryptionChanges changes, KeyVerdicts verdicts) {
        this.situations = situations;
        this.changes = changes;
        this.verdicts = verdicts;
    }

    /** The configuration with the last verdicts about its keys, made fresh first if one is bad and old. */
    Uni<EncryptionView> get(String groupId) {
        return situations.load(groupId).chain(state -> isValid(groupId, state.uses())
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

    /** Whether those key uses of a project are all valid, by the last verdicts, made fresh first if one is bad and old; false without any. */
    Uni<Boolean> isValid(String groupId, List<KeyInUse> uses) {
        return uses.isEmpty()
                ? Uni.createFrom().item(false)
                : verdicts.current(
                                groupId,
                                uses.stream().map(EncryptionService::accepted).toList())
                        .map(all -> all.stream().allMatch(KeyVerdict::isValid));
    }

    private static KeyVerdict accepted(KeyInUse key) {
        return new KeyVerdict(key.keyUseId(), key.acceptedValid() ? "VALID" : "UNCHECKED", key.acceptedAt());
    }
}
