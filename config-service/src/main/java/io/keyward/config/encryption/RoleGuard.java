package io.keyward.config.encryption;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.proof.ChangeProver;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.KeyAccessStore;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AwsRoleUsers;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .flatMap(key -> roleId(key.opener()).stream().map(roleId -> Map.entry(roleId, words(key))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static Optional<String> roleId(Opener opener) {
        return switch (opener) {
            case Opener.Role role -> Optional.of(role.roleId());
            case Opener.Application application -> Optional.empty();
            case Opener.ServiceAccount account -> Optional.empty();
        };
    }

    private static String words(ProjectKey key) {
        return (key.isFormer() ? "the former " : "the ") + kms(key.provider()) + " key " + key.name();
    }

    private static String kms(Cloud provider) {
        return switch (provider) {
            case AWS -> "AWS KMS";
            case AZURE -> "Azure Key Vault";
            case GCP -> "Google Cloud KMS";
        };
    }

    @Override
    public Uni<Long> verify(AwsRole role) {
        return situations.load(role.groupId()).chain(all -> {
            ProviderState state = all.of(Cloud.AWS);
            return state.keys().stream().noneMatch(key -> key.opener().isRole(role.id()))
                    ? Uni.createFrom().item(NOTHING)
                    : prover.verify(
                                    new Opener.Role(Cloud.AWS, role.id()),
                                    KeyAccessStore.access(role).orElseThrow(),
                                    state)
                            .replaceWith((long) state.version());
        });
    }

    @Override
    public Uni<Void> changed(AwsRole role, long verified, Actor actor) {
        return store.republish(role, verified, actor);
    }
}
