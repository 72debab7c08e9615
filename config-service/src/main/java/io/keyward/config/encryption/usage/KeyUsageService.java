package io.keyward.config.encryption.usage;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.store.SituationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers questions about a project's keys: with what is stored, and the last verdicts. */
@ApplicationScoped
class KeyUsageService {
    private final SituationStore situations;
    private final LeftKeyStore leftKeys;
    private final KeyValidity validity;

    KeyUsageService(SituationStore situations, LeftKeyStore leftKeys, KeyValidity validity) {
        this.situations = situations;
        this.leftKeys = leftKeys;
        this.validity = validity;
    }

    /** The project's keys, the current one first; those that nothing is under any more are not among them. */
    Uni<List<KeyView>> list(String groupId) {
        return situations.load(groupId).chain(state -> validity.verdicts(groupId, state.keys())
                .map(verdicts -> state.keys().stream()
                        .map(key -> KeyView.of(key, verdicts))
                        .toList()));
    }

    /** What is under a key; fails with 404 when the project never had one of that name. */
    Uni<KeyUsage> usage(String groupId, String name) {
        return situations.find(groupId).chain(now -> UsageRules.find(now.state().keys(), name)
                .map(key -> usage(now.of(key.provider()), key))
                .orElseGet(() -> usageOfLeft(groupId, name)));
    }

    private Uni<KeyUsage> usageOfLeft(String groupId, String name) {
        return leftKeys.of(groupId).map(left -> left.stream()
                .filter(key -> UsageRules.isNamed(key.id(), key.provider(), key.name(), name))
                .findFirst()
                .map(key -> UsageRules.usageOfLeft(key.name()))
                .orElseThrow(() -> Refusal.of(ErrorCode.PROJECT_KEY_NOT_FOUND, name, groupId)));
    }

    private Uni<KeyUsage> usage(Situation now, ProjectKey key) {
        return validity.isValid(now.state().groupId(), key).map(valid -> UsageRules.usage(now, key, valid));
    }
}
