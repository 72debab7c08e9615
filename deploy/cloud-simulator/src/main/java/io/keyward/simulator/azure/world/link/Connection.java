package io.keyward.simulator.azure.world.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What joins an endpoint with a vault, seen from both sides.
 *
 * @param name what the endpoint's owner calls it
 * @param vaultId the vault's resource id as the endpoint's owner wrote it
 * @param groups what of it, {@code vault}
 * @param request what its owner is told when asked to approve; null when not asked
 * @param vaultSide what it is called at the vault
 * @param description what the vault's owner wrote when deciding
 */
public record Connection(
        String name,
        String vaultId,
        List<String> groups,
        @Nullable String request,
        String vaultSide,
        Status status,
        String description) {

    /** What the vault's owner thinks of it. */
    public enum Status {
        PENDING("Pending"),
        APPROVED("Approved"),
        REJECTED("Rejected"),
        /** The owner has removed it; nothing brings it back. */
        DISCONNECTED("Disconnected");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** Whether it was asked for, and not taken because the maker may manage the vault. */
    public boolean manual() {
        return request != null;
    }

    public Connection with(Status changed, String why) {
        return new Connection(name, vaultId, groups, request, vaultSide, changed, why);
    }
}
