package io.keyward.simulator.azure.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.world.Application;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.azure.world.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives tokens to applications that know one of their secrets, in tenants where they are somebody. */
final class TokenEndpoint {

    private static final int SECONDS = 3599;
    private static final String DEFAULT_SCOPE = "/.default";

    private final AzureWorld world;
    private final AccessTokens tokens;

    TokenEndpoint(AzureWorld world, AccessTokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    /**
     * A token, or an {@link EntraFault}.
     *
     * @param now the simulated time, by which secrets end
     * @param realNow the real one, by which tokens do: clients look at their own clock
     */
    ObjectNode token(AzureCloud cloud, String tenantId, Map<String, String> form, Instant now, Instant realNow) {
        Tenant tenant = tenant(cloud, tenantId);
        if (!required(form, "grant_type").equals("client_credentials")) {
            throw new EntraFault(EntraRefusal.WRONG_GRANT);
        }
        Principal principal = principal(tenant, required(form, "client_id"));
        prove(principal, required(form, "client_secret"), now);
        String audience = audience(cloud, required(form, "scope"));
        return JsonNodeFactory.instance
                .objectNode()
                .put("token_type", "Bearer")
                .put("expires_in", SECONDS)
                .put("ext_expires_in", SECONDS)
                .put("access_token", tokens.issue(claims(tenant, principal, audience, realNow.getEpochSecond())));
    }

    private Tenant tenant(AzureCloud cloud, String id) {
        Tenant tenant = world.tenants()
                .find(id)
                .orElseThrow(() -> new EntraFault(EntraRefusal.UNKNOWN_TENANT, "Tenant '" + id + "' not found."));
        if (tenant.cloud() != cloud) {
            throw new EntraFault(EntraRefusal.OTHER_CLOUD);
        }
        return tenant;
    }

    private Principal principal(Tenant tenant, String clientId) {
        Optional<Application> application = world.applications().find(clientId);
        Optional<Principal> principal = world.principals().find(Principal.name(tenant.id(), clientId));
        if (application.isEmpty() || principal.isEmpty()) {
            throw new EntraFault(
                    EntraRefusal.UNKNOWN_APPLICATION,
                    "Application with identifier '%s' was not found in the directory '%s'."
                            .formatted(clientId, tenant.name()));
        }
        if (!application.get().enabled() || !principal.get().enabled()) {
            throw new EntraFault(EntraRefusal.DISABLED_APPLICATION, "Application '" + clientId + "' is disabled.");
        }
        return principal.get();
    }

    private void prove(Principal principal, String secret, Instant now) {
        List<Application.Secret> fitting =
                world.applications().find(principal.clientId()).map(Application::secrets).orElseGet(List::of).stream()
                        .filter(known -> known.value().equals(secret))
                        .toList();
        if (fitting.isEmpty()) {
            throw new EntraFault(
                    EntraRefusal.WRONG_SECRET,
                    "Invalid client secret provided for app '" + principal.clientId() + "'.");
        }
        if (fitting.stream().allMatch(known -> known.ended(now))) {
            throw new EntraFault(
                    EntraRefusal.EXPIRED_SECRET,
                    "The provided client secret keys for app '" + principal.clientId() + "' are expired.");
        }
    }

    /** What a token for {@code openid https://vault.azure.net/.default} is meant for. */
    private static String audience(AzureCloud cloud, String scopes) {
        String scope = Arrays.stream(scopes.split(" "))
                .filter(one -> one.endsWith(DEFAULT_SCOPE))
                .findFirst()
                .orElseThrow(() -> new EntraFault(EntraRefusal.WRONG_SCOPE));
        String audience =
                scope.substring(0, scope.length() - DEFAULT_SCOPE.length()).replaceAll("/+$", "");
        if (!cloud.knows(audience)) {
            throw new EntraFault(
                    EntraRefusal.UNKNOWN_RESOURCE,
                    "The resource principal named " + audience + " was not found in the tenant.");
        }
        return audience;
    }

    private static Claims claims(Tenant tenant, Principal principal, String audience, long now) {
        return new Claims(
                audience,
                tenant.issuer(),
                tenant.id(),
                principal.clientId(),
                principal.objectId(),
                now,
                now,
                now + SECONDS);
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null || value.isEmpty()) {
            throw new EntraFault(
                    EntraRefusal.MISSING_PARAMETER,
                    "The request body must contain the following parameter: '" + name + "'.");
        }
        return value;
    }
}
