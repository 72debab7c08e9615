package io.keyward.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which service a path belongs to. Only {@code /api} is routed; above all {@code /internal} is not.
 *
 * @param configPort where config-service listens on loopback
 * @param endpointPort where endpoint-service listens on loopback
 * @param validationPort where validation-service listens on loopback
 */
public record RouteTable(int configPort, int endpointPort, int validationPort) {
    static final Pattern ENDPOINT = Pattern.compile(
            "/api/(atlas/v2/groups/[^/]+/encryptionAtRest/[^/]+|keyward/v1/groups/[^/]+)/privateEndpoints(/.*)?");
    static final Pattern VALIDATION = Pattern.compile(
            "/api/keyward/v1/(groups/[^/]+/(keyChecks|keyCheckSettings|keyUses|enforcement|hintSources|drills|alertConfigs)|enforcement|guard|hints|operatorAlerts|clusters/[^/]+/observed)(/.*)?"
                    + "|/api/atlas/v2/(groups/(?!byName/)[^/]+/alerts|(groups/(?!byName/)[^/]+/)?alertConfigs)(/.*)?");

    /** Ports of all services. */
    List<Integer> ports() {
        return List.of(configPort, endpointPort, validationPort);
    }

    /** Port of the service that serves {@code path}, which is as it stands in the request, without the query. */
    Optional<Integer> portFor(String path) {
        if (ENDPOINT.matcher(path).matches()) {
            return Optional.of(endpointPort);
        }
        if (VALIDATION.matcher(path).matches()) {
            return Optional.of(validationPort);
        }
        return path.startsWith("/api/") ? Optional.of(configPort) : Optional.empty();
    }
}
