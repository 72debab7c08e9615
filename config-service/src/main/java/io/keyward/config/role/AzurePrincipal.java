package io.keyward.config.role;

import io.keyward.atlas.region.Cloud;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service principal in a customer's Azure tenant: what our application is there.
 *
 * @param tenantId the customer's Entra tenant
 * @param servicePrincipalId the object id of the service principal in that tenant
 * @param applicationId the application that the service principal was made for
 * @param authorizedAt when it was last proved that our application is let into the tenant as that principal; absent until then
 * @param updatedAt when one of these ids was last changed
 * @param version counts its changes
 */
public record AzurePrincipal(
        String id,
        String groupId,
        String tenantId,
        String servicePrincipalId,
        String applicationId,
        @Nullable Instant authorizedAt,
        Instant createdAt,
        Instant updatedAt,
        int version)
        implements CloudRole {

    @Override
    public Cloud cloud() {
        return Cloud.AZURE;
    }

    /** Whether it was proved that it lets us in. */
    public boolean isAuthorized() {
        return authorizedAt != null;
    }

    /** Whether the two name the same service principal. */
    public boolean names(AzurePrincipal other) {
        return tenantId.equals(other.tenantId)
                && servicePrincipalId.equals(other.servicePrincipalId)
                && applicationId.equals(other.applicationId);
    }

    /** The same role with these ids, not proved yet. */
    public AzurePrincipal naming(String tenant, String servicePrincipal, String application, Instant at) {
        var named =
                new AzurePrincipal(id, groupId, tenant, servicePrincipal, application, null, createdAt, at, version);
        return named.names(this) ? this : named;
    }

    /** The same role, proved to let us in. */
    public AzurePrincipal authorized(Instant at) {
        return new AzurePrincipal(
                id, groupId, tenantId, servicePrincipalId, applicationId, at, createdAt, updatedAt, version);
    }
}
