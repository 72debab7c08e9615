package io.keyward.simulator.azure.world;

import io.keyward.simulator.azure.world.link.Connection;
import io.keyward.simulator.azure.world.vault.Vault;
import java.time.Instant;

/** The coming and going of vaults, whoever wants it. */
public record VaultLifecycle(AzureWorld world) {

    /** Deletes it so that it can be recovered. Its connections are lost, though. */
    public Vault delete(Vault vault, Instant now) {
        world.endpointsAt(vault, now)
                .forEach(endpoint -> world.keep(endpoint.with(
                        endpoint.connection().with(Connection.Status.DISCONNECTED, "The vault was deleted."))));
        Vault deleted = vault.deletedAt(now);
        world.keep(deleted);
        return deleted;
    }

    public Vault recover(Vault vault) {
        Vault recovered = vault.deletedAt(null);
        world.keep(recovered);
        return recovered;
    }

    /** The cloud that a vault is in. */
    public AzureCloud cloud(String tenantId) {
        return world.tenants()
                .find(tenantId)
                .map(Tenant::cloud)
                .orElseThrow(() -> new IllegalStateException("no tenant " + tenantId));
    }
}
