package io.keyward.config.encryption;

import io.keyward.config.encryption.proof.KeyProver;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleUsers;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A project's key depends on its role: a role in use is not removed, and gets another ARN only if the key opens under it. */
@ApplicationScoped
class RoleGuard implements RoleUsers {
    private final EncryptionStore store;
    private final KeyProver prover;

    RoleGuard(EncryptionStore store, KeyProver prover) {
        this.store = store;
        this.prover = prover;
    }

    @Override
    public Uni<Set<String>> usedIn(String groupId) {
        return store.load(groupId).map(state -> {
            AwsKms aws = state.config().aws();
            return aws == null ? Set.of() : Set.of(aws.roleId());
        });
    }

    @Override
    public Uni<Long> verify(AwsRole role) {
        return store.load(role.groupId()).chain(state -> {
            AwsKms aws = state.config().aws();
            return aws == null || !aws.roleId().equals(role.id())
                    ? Uni.createFrom().item(NOTHING)
                    : prover.prove(aws, role).replaceWith((long) state.version());
        });
    }

    @Override
    public Uni<Void> changed(AwsRole role, long verified, Actor actor) {
        return store.republish(role, verified, actor);
    }
}
