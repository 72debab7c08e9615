package io.keyward.simulator.azure.world.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key vault.
 *
 * @param host its name on the net, by which everything of it is found
 */
public record Vault(Place place, String host, String tenantId, Access access, NetworkRules network, Deletion deletion) {

    /** Where the resource manager has it. */
    public record Place(String subscriptionId, String resourceGroup, String name, String location) {

        public String id() {
            return "/subscriptions/" + subscriptionId + "/resourceGroups/" + resourceGroup
                    + "/providers/Microsoft.KeyVault/vaults/" + name;
        }
    }

    /**
     * @param rbac whether roles decide; otherwise policies do
     * @param policies at most one for each principal
     */
    public record Access(boolean rbac, List<Policy> policies) {

        public static final Access RBAC = new Access(true, List.of());

        public Optional<Policy> policyOf(String objectId) {
            return policies.stream()
                    .filter(policy -> policy.objectId().equals(objectId))
                    .findFirst();
        }

        /** With this policy instead of what the principal had; a policy without permissions is none. */
        public Access with(Policy policy) {
            Stream<Policy> others =
                    policies.stream().filter(other -> !other.objectId().equals(policy.objectId()));
            Stream<Policy> own = policy.keys().isEmpty() ? Stream.empty() : Stream.of(policy);
            return new Access(rbac, Stream.concat(others, own).toList());
        }
    }

    /** @param keys permissions such as {@code get} and {@code unwrapKey}, or {@code all} */
    public record Policy(String objectId, List<String> keys) {

        public boolean grants(String permission) {
            return keys.stream().anyMatch(one -> one.equalsIgnoreCase(permission) || one.equalsIgnoreCase("all"));
        }
    }

    /**
     * @param retentionDays how long what is deleted can be recovered
     * @param purgeProtection whether nothing can be purged before that
     * @param deletedAt since when the vault is deleted and can be recovered; null while it is not
     */
    public record Deletion(
            int retentionDays,
            boolean purgeProtection,
            @Nullable Instant deletedAt) {

        public static final Deletion USUAL = new Deletion(90, false, null);

        /** When that which is deleted now goes for good. */
        public Instant purgeAfter(Instant deleted) {
            return deleted.plus(Duration.ofDays(retentionDays));
        }
    }

    public String id() {
        return place.id();
    }

    public String name() {
        return place.name();
    }

    public String location() {
        return place.location();
    }

    public boolean deleted() {
        return deletion.deletedAt() != null;
    }

    /** Whether it is gone for good because nobody recovered it. */
    public boolean purged(Instant now) {
        Instant deletedAt = deletion.deletedAt();
        return deletedAt != null && !deletion.purgeAfter(deletedAt).isAfter(now);
    }

    public Vault with(Access changed) {
        return new Vault(place, host, tenantId, changed, network, deletion);
    }

    public Vault with(NetworkRules changed) {
        return new Vault(place, host, tenantId, access, changed, deletion);
    }

    public Vault with(Deletion changed) {
        return new Vault(place, host, tenantId, access, network, changed);
    }

    public Vault inTenant(String changed) {
        return new Vault(place, host, changed, access, network, deletion);
    }

    public Vault deletedAt(@Nullable Instant when) {
        return with(new Deletion(deletion.retentionDays(), deletion.purgeProtection(), when));
    }
}
