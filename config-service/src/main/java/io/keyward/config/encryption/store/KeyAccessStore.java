package io.keyward.config.encryption.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.KmsCredentialStore;
import io.keyward.config.encryption.merge.Proposal;
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
    private final KmsCredentialStore credentials;

    KeyAccessStore(RoleStore roles, KmsCredentialStore credentials) {
        this.roles = roles;
        this.credentials = credentials;
    }

    /** What that opener amounts to now; empty when the project has no such role or secret any more, or the role was not authorised. */
    public Uni<Optional<KeyAccess>> find(String groupId, Opener opener) {
        return switch (opener) {
            case Opener.Role(Cloud cloud, String roleId) ->
                roles.find(groupId, cloud, roleId).map(role -> role.flatMap(KeyAccessStore::access));
            case Opener.Application application -> ofSecret(groupId, application.credentialId(), opener);
            case Opener.ServiceAccount(String credentialId) -> ofSecret(groupId, credentialId, opener);
        };
    }

    private Uni<Optional<KeyAccess>> ofSecret(String groupId, String credentialId, Opener opener) {
        return credentials.exists(groupId, credentialId).map(kept -> opener.withSecret()
                .filter(access -> kept));
    }

    /** Keeps the secrets that the proposed configuration takes. In the caller's open transaction. */
    Uni<Void> keep(String groupId, Proposal proposal) {
        return credentials.keep(groupId, proposal.sent(), proposal.secretIds());
    }

    /** What that role amounts to; empty while it is not authorised. */
    public static Optional<KeyAccess> access(CloudRole role) {
        return switch (role) {
            case AwsRole aws -> aws.authorizedArn().map(arn -> new KeyAccess.AssumedRole(arn, aws.externalId()));
            case AzurePrincipal azure ->
                azure.isAuthorized()
                        ? Optional.of(new KeyAccess.AzureApplication(azure.tenantId(), azure.applicationId(), null))
                        : Optional.empty();
            case GcpAccount google ->
                google.ready() ? Optional.of(new KeyAccess.GoogleAccount(null, google.email())) : Optional.empty();
        };
    }
}
