package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.change.EncryptionChanges;
import io.keyward.config.encryption.change.Forecast;
import io.keyward.config.encryption.credential.CredentialRecognition;
import io.keyward.config.encryption.merge.EncryptionPatch;
import io.keyward.config.encryption.merge.EncryptionRules;
import io.keyward.config.encryption.merge.EncryptionRules.Merge;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.situation.ProjectSituation;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Reads and changes the KMS configuration of a project. */
@ApplicationScoped
class EncryptionService {
    private final SituationStore situations;
    private final CredentialRecognition credentials;
    private final EncryptionChanges changes;
    private final KeyValidity validity;

    EncryptionService(
            SituationStore situations,
            CredentialRecognition credentials,
            EncryptionChanges changes,
            KeyValidity validity) {
        this.credentials = credentials;
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
        return Detached.run(() -> merged(groupId, patch, (now, merge) -> switch (merge) {
                    case Merge.Unchanged() -> Uni.createFrom().voidItem();
                    case Merge.Refused(var error) -> throw EncryptionRefusals.of(error);
                    case Merge.Changed(var proposal) -> changes.apply(now, proposal, actor);
                }))
                .chain(() -> get(groupId));
    }

    /** What the same PATCH would do, and everything that stands in its way. Changes nothing. */
    Uni<Forecast> forecast(String groupId, EncryptionPatch patch) {
        return merged(groupId, patch, (now, merge) -> switch (merge) {
            case Merge.Unchanged() -> Uni.createFrom().item(Forecast.unchanged());
            case Merge.Refused(var error) -> Uni.createFrom().item(Forecast.refused(EncryptionRefusals.of(error)));
            case Merge.Changed(var proposal) -> changes.forecast(now, proposal);
        });
    }

    /** What is there, and what the PATCH makes of it; secrets that the project has are recognised first. */
    private <T> Uni<T> merged(String groupId, EncryptionPatch patch, BiFunction<ProjectSituation, Merge, Uni<T>> then) {
        return situations.find(groupId).chain(now -> credentials
                .recognise(groupId, patch.secrets())
                .chain(sent -> then.apply(now, EncryptionRules.merge(now.state().config(), patch, sent))));
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
