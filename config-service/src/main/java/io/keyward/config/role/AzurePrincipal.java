package io.keyward.config.role;

import io.keyward.atlas.region.Cloud;
import java.time.Instant;

/**
 * A service principal in a customer's Azure tenant. Nobody has proved that it lets us in: that shows with the first key vault that is opened
 * with it.
 *
 * @param tenantId the customer's Entra tenant
 * @param servicePrincipalId the object id of the service principal in that tenant
 * @param applicationId the application that the service principal was made for
 * @param updatedAt when one of these ids was last changed
 */
public record AzurePrincipal(
        String id,
        String groupId,
        String tenantId,
        String servicePrincipalId,
        String applicationId,
        Instant createdAt,
        Instant updatedAt)
        implements CloudRole {

    @Override
    public Cloud cloud() {
        return Cloud.AZURE;
    }

    /** Whether the two name the same service principal. */
    public boolean names(AzurePrincipal other) {
        return tenantId.equals(other.tenantId)
                && servicePrincipalId.equals(other.servicePrincipalId)
                && applicationId.equals(other.applicationId);
    }

    /** The same role with other ids. */
    public AzurePrincipal naming(String tenant, String servicePrincipal, String application, Instant at) {
        return new AzurePrincipal(id, groupId, tenant, servicePrincipal, application, createdAt, at);
    }
}
