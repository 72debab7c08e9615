package io.keyward.simulator.azure.arm;

import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.arm.resource.ArmFaults;
import io.keyward.simulator.azure.arm.resource.ArmRequest;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Roles;
import io.keyward.simulator.azure.world.Subscription;
import io.keyward.simulator.hosts.HostCall;
import java.time.InstantSource;

/** Lets callers in: by token, then by the tenant of the subscription, then by role. */
final class ArmGate {

    private final AzureWorld world;
    private final AccessTokens tokens;
    private final InstantSource realNow;

    /** @param realNow the real time, by which tokens end */
    ArmGate(AzureWorld world, AccessTokens tokens, InstantSource realNow) {
        this.world = world;
        this.tokens = tokens;
        this.realNow = realNow;
    }

    /** Who calls; fails with the refusal of whoever does not show that. */
    Claims authenticate(HostCall call, AzureCloud cloud) {
        String token = call.bearerToken().orElseThrow(ArmFaults::missingToken);
        Claims claims = tokens.read(token, cloud.managementAudience()).orElseThrow(ArmFaults::invalidToken);
        if (claims.expiresAt() <= realNow.instant().getEpochSecond()) {
            throw ArmFaults.expiredToken();
        }
        if (!cloud.managementAccepts(claims.audience())) {
            throw ArmFaults.otherAudience(claims.audience());
        }
        return claims;
    }

    /** Refuses who may not do this there. */
    void authorize(ArmRequest request, Claims caller) {
        Subscription subscription = world.subscriptions()
                .find(request.subscription())
                .orElseThrow(() -> ArmFaults.noSuchSubscription(request.subscription()));
        if (!subscription.tenantId().equals(caller.tenantId())) {
            throw ArmFaults.otherTenant(subscription.tenantId(), caller.tenantId());
        }
        String action = Roles.management(request.operation().action());
        boolean allowed =
                world.roles().all().stream().anyMatch(role -> role.allows(caller.objectId(), action, request.scope()));
        if (!allowed) {
            throw ArmFaults.notAuthorized(caller, request.operation().action(), request.scope());
        }
    }
}
