package io.keyward.config.encryption;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.proof.KeyProver;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AwsRoleUsers;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A project's key depends on its role: a role in use is not removed, and gets another ARN only if the key opens under it. */
@ApplicationScoped
class RoleGuard implements AwsRoleUsers {
    private final SituationStore situations;
    private final EncryptionStore store;
    private final KeyProver prover;

    RoleGuard(SituationStore situations, EncryptionStore store, KeyProver prover) {
        this.situations = situations;
        this.store = store;
        this.prover = prover;
    }

    @Override
    public Uni<Map<String, List<String>>> usedIn(String groupId) {
        return situations.load(groupId).map(state -> state.keys().stream()
                .collect(Collectors.groupingBy(
                        ProjectKey::roleId, Collectors.mapping(RoleGuard::words, Collectors.toList()))));
    }

    private static String words(ProjectKey key) {
        return (key.isFormer() ? "the former AWS KMS key " : "the AWS KMS key ") + key.arn();
    }

    @Override
    public Uni<Long> verify(AwsRole role) {
        return situations.load(role.groupId()).chain(state -> {
            AwsKms aws = state.config().aws();
            return aws == null || !aws.roleId().equals(role.id())
                    ? Uni.createFrom().item(NOTHING)
                    : prover.prove(aws, role, regions(state)).replaceWith((long) state.version());
        });
    }

    @Override
    public Uni<Void> changed(AwsRole role, long verified, Actor actor) {
        return store.republish(role, verified, actor);
    }

    private static Set<AwsRegion> regions(EncryptionState state) {
        return state.uses().stream().map(KeyInUse::region).collect(Collectors.toUnmodifiableSet());
    }
}
