package io.keyward.config.encryption.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AzurePrincipal;
import io.keyward.config.role.CloudRole;
import io.keyward.config.role.GcpAccount;
import io.keyward.config.role.RoleStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up what opens keys. Joins the caller's open transaction, if there is one. */
@ApplicationScoped
public class KeyAccessStore {
    private final RoleStore roles;

    KeyAccessStore(RoleStore roles) {
        this.roles = roles;
    }

    /** What that opener amounts to now; empty when the project has no such role any more, or it was not authorised. */
    public Uni<Optional<KeyAccess>> find(String groupId, Opener opener) {
        return switch (opener) {
            case Opener.Role(Cloud cloud, String roleId) ->
                roles.find(groupId, cloud, roleId).map(role -> role.flatMap(KeyAccessStore::access));
        };
    }

    /** What that role amounts to; empty while it is not authorised. */
    public static Optional<KeyAccess> access(CloudRole role) {
        return switch (role) {
            case AwsRole aws -> aws.authorizedArn().map(arn -> new KeyAccess.AssumedRole(arn, aws.externalId()));
            case AzurePrincipal azure -> Optional.empty();
            case GcpAccount google -> Optional.empty();
        };
    }
}
