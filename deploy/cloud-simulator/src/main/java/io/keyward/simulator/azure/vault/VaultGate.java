package io.keyward.simulator.azure.vault;

import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.vault.key.VaultFaults;
import io.keyward.simulator.azure.vault.key.VaultRequest;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Tenant;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.hosts.HostCall;
import java.time.InstantSource;
import java.util.Optional;

/** Lets callers in: by token, then by where they come from, then by what they may do. */
final class VaultGate {

    private final AzureWorld world;
    private final AccessTokens tokens;
    private final InstantSource realNow;

    /** @param realNow the real time, by which tokens end */
    VaultGate(AzureWorld world, AccessTokens tokens, InstantSource realNow) {
        this.world = world;
        this.tokens = tokens;
        this.realNow = realNow;
    }

    /** Who calls; fails with the refusal of whoever does not show that. */
    Claims authenticate(HostCall call, Vault vault) {
        String token = call.bearerToken().orElseThrow(VaultFaults::missingToken);
        Tenant tenant = tenant(vault);
        String audience = tenant.cloud().vaultAudience();
        Claims claims = tokens.read(token, audience).orElseThrow(VaultFaults::missingToken);
        if (claims.expiresAt() <= realNow.instant().getEpochSecond()) {
            throw VaultFaults.expiredToken();
        }
        if (!claims.audience().equals(audience)) {
            throw VaultFaults.invalidAudience(audience, claims.audience());
        }
        if (!claims.issuer().equals(tenant.issuer())) {
            throw VaultFaults.invalidIssuer(tenant.issuer(), claims.issuer());
        }
        return claims;
    }

    /** Refuses who comes from where nobody is let in. What comes through a private endpoint has its approval. */
    void requireReach(HostCall call, Vault vault, Claims caller) {
        if (privately(call)) {
            return;
        }
        if (!vault.network().publicAccess()) {
            throw VaultFaults.connection(vault, caller.shown());
        }
        String address = call.origin().sourceAddress();
        if (!vault.network().admits(address)) {
            throw VaultFaults.firewall(vault, address, caller.shown());
        }
    }

    /** Refuses who may not do this. */
    void requirePermission(Vault vault, VaultRequest request, Claims caller) {
        if (vault.access().rbac()) {
            requireRole(vault, request, caller);
        } else {
            requirePolicy(vault, request, caller);
        }
    }

    /** Where a token for a vault can be had: what a caller without one is told. */
    String challenge(Vault vault) {
        Tenant tenant = tenant(vault);
        AzureCloud cloud = tenant.cloud();
        return "Bearer authorization=\"https://%s/%s\", resource=\"%s\""
                .formatted(cloud.login(), tenant.id(), cloud.vaultAudience());
    }

    private void requireRole(Vault vault, VaultRequest request, Claims caller) {
        String where = request.key().isEmpty() ? vault.id() : vault.id() + "/keys/" + request.key();
        boolean allowed = world.roles().all().stream()
                .anyMatch(role ->
                        role.allows(caller.objectId(), request.operation().action(), where));
        if (!allowed) {
            throw VaultFaults.rbac(vault, request.operation(), caller.shown());
        }
    }

    private static void requirePolicy(Vault vault, VaultRequest request, Claims caller) {
        Optional<Vault.Policy> policy = vault.access().policyOf(caller.objectId());
        if (policy.isEmpty()) {
            throw VaultFaults.noPolicy(vault, request.operation(), caller.shown());
        }
        if (!policy.get().grants(request.operation().permission())) {
            throw VaultFaults.policy(vault, request.operation(), caller.shown());
        }
    }

    private boolean privately(HostCall call) {
        return call.origin()
                .vpcEndpoint()
                .flatMap(world::endpointNamed)
                .filter(endpoint -> !endpoint.misrouted())
                .isPresent();
    }

    private Tenant tenant(Vault vault) {
        return world.tenants()
                .find(vault.tenantId())
                .orElseThrow(() -> new IllegalStateException("no tenant " + vault.tenantId()));
    }
}
