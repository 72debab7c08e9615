package io.keyward.simulator.azure.world;

/**
 * That a tenant lets an application read its own registration through Graph, which {@code Application.Read.All} would be too much for.
 *
 * @param tenantId where
 * @param clientId whom
 */
public record GraphGrant(String tenantId, String clientId) {

    /** What it is kept under. */
    public String name() {
        return Principal.name(tenantId, clientId);
    }
}
