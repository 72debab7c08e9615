package io.keyward.config.encryption.proof;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.store.KeyAccessStore;
import io.keyward.config.role.RoleStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is to open a wanted key, or why it cannot. Never called with a session open. */
@ApplicationScoped
class Openers {
    private final KeyAccessStore accesses;
    private final RoleStore roles;

    Openers(KeyAccessStore accesses, RoleStore roles) {
        this.accesses = accesses;
        this.roles = roles;
    }

    /** As {@link #access}, with the secret that it takes if that was only just sent. */
    Uni<Opening> open(String groupId, Opener opener, SentCredentials sent) {
        Optional<String> secret = opener.secretId().flatMap(sent::secret);
        return opener.withSecret()
                .filter(access -> secret.isPresent())
                .map(access -> Uni.createFrom().item(new Opening(access, secret)))
                .orElseGet(() -> access(groupId, opener).map(Opening::of));
    }

    /** What that opener amounts to; fails with the refusal when the project has no such role or secret, or the role was not authorised. */
    Uni<KeyAccess> access(String groupId, Opener opener) {
        return accesses.find(groupId, opener)
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> missing(groupId, opener)));
    }

    private Uni<KeyAccess> missing(String groupId, Opener opener) {
        return switch (opener) {
            case Opener.Role(Cloud cloud, String roleId) ->
                roles.find(groupId, cloud, roleId).map(role -> {
                    throw EncryptionRefusals.of(
                            role.isEmpty()
                                    ? new EncryptionError.RoleNotFound(roleId)
                                    : new EncryptionError.RoleNotAuthorized(roleId));
                });
            case Opener.Application application -> throw EncryptionRefusals.of(new EncryptionError.ChangedMeanwhile());
            case Opener.ServiceAccount account -> throw EncryptionRefusals.of(new EncryptionError.ChangedMeanwhile());
        };
    }
}
