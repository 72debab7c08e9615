package io.keyward.config.encryption;

import io.keyward.config.encryption.proof.ChangeProver;
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
import java.util.stream.Collectors;

/** A project's keys depend on a role: a role in use is not removed, and gets another ARN only if they open under it, former ones included. */
@ApplicationScoped
class RoleGuard implements AwsRoleUsers {
    private final SituationStore situations;
    private final EncryptionStore store;
    private final ChangeProver prover;

    RoleGuard(SituationStore situations, EncryptionStore store, ChangeProver prover) {
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
        return situations
                .load(role.groupId())
                .chain(state ->
                        state.keys().stream().noneMatch(key -> key.roleId().equals(role.id()))
                                ? Uni.createFrom().item(NOTHING)
                                : prover.verify(role, state).replaceWith((long) state.version()));
    }

    @Override
    public Uni<Void> changed(AwsRole role, long verified, Actor actor) {
        return store.republish(role, verified, actor);
    }
}
