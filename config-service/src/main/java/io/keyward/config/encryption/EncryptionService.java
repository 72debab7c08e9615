package io.keyward.config.encryption;

import io.keyward.config.encryption.EncryptionStore.Change;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyProver;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionPatch;
import io.keyward.config.encryption.settings.EncryptionRules;
import io.keyward.config.encryption.settings.EncryptionRules.Merge;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.verdict.KeyVerdict;
import io.keyward.config.verdict.KeyVerdicts;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and changes the KMS configuration of a project. */
@ApplicationScoped
class EncryptionService {
    private final EncryptionStore store;
    private final KeyProver prover;
    private final KeyVerdicts verdicts;

    EncryptionService(EncryptionStore store, KeyProver prover, KeyVerdicts verdicts) {
        this.store = store;
        this.prover = prover;
        this.verdicts = verdicts;
    }

    /** The configuration with the last verdict about its key, made fresh first if it is bad and old. */
    Uni<EncryptionView> get(String groupId) {
        return store.load(groupId)
                .chain(state -> isValid(state).map(valid -> EncryptionView.of(state.config(), valid)));
    }

    /** Load, check with the customer's cloud (no session), record; then answers as a GET does. Goes on when the caller hangs up. */
    Uni<EncryptionView> patch(String groupId, EncryptionPatch patch, Actor actor) {
        return Detached.run(() -> store.load(groupId)
                        .chain(current -> switch (EncryptionRules.merge(current.config(), patch)) {
                            case Merge.Unchanged() -> Uni.createFrom().voidItem();
                            case Merge.Refused(var error) -> throw EncryptionRefusals.of(error);
                            case Merge.Changed(var next) -> apply(current, next, actor);
                        }))
                .chain(() -> get(groupId));
    }

    private Uni<Void> apply(EncryptionState current, EncryptionConfig next, Actor actor) {
        return prove(current, next)
                .chain(proof -> store.record(new Change(current.groupId(), next, current.version(), proof), actor))
                .invoke(error -> error.ifPresent(reason -> {
                    throw EncryptionRefusals.of(reason);
                }))
                .replaceWithVoid();
    }

    /** Whatever is new about the key is proved; the rest needs no proof. */
    private Uni<Optional<KeyProof>> prove(EncryptionState current, EncryptionConfig next) {
        @Nullable AwsKms aws = next.aws();
        return aws == null || aws.equals(current.config().aws())
                ? Uni.createFrom().item(Optional.empty())
                : prover.prove(current.groupId(), aws).map(Optional::of);
    }

    private Uni<Boolean> isValid(EncryptionState state) {
        return state.keyInUse()
                .map(key -> verdicts.current(state.groupId(), accepted(key)).map(KeyVerdict::isValid))
                .orElse(Uni.createFrom().item(false));
    }

    private static KeyVerdict accepted(KeyInUse key) {
        return new KeyVerdict(key.keyUseId(), key.acceptedValid() ? "VALID" : "UNCHECKED", key.acceptedAt());
    }
}
