package io.keyward.simulator.azure.world;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An application as somebody in one tenant, which roles and access policies are given to: its service principal.
 *
 * @param enabled whether it may sign in there
 */
public record Principal(String tenantId, String clientId, String objectId, boolean enabled) {

    /** An enabled one. Its object id follows from who it is and where. */
    public static Principal of(String tenantId, String clientId) {
        byte[] both = name(tenantId, clientId).getBytes(StandardCharsets.UTF_8);
        return new Principal(tenantId, clientId, UUID.nameUUIDFromBytes(both).toString(), true);
    }

    public static String name(String tenantId, String clientId) {
        return tenantId + "/" + clientId;
    }

    public Principal enabled(boolean changed) {
        return new Principal(tenantId, clientId, objectId, changed);
    }
}
