package io.keyward.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which service a path belongs to. Only {@code /api} is routed; above all {@code /internal} is not. Of each service the ports on loopback where its replicas
 * listen, one or more.
 */
public record RouteTable(List<Integer> config, List<Integer> endpoint, List<Integer> validation) {
    static final Pattern ENDPOINT = Pattern.compile(
            "/api/(atlas/v2/groups/[^/]+/encryptionAtRest/[^/]+|keyward/v1/groups/[^/]+)/privateEndpoints(/.*)?");
    static final Pattern VALIDATION = Pattern.compile(
            "/api/keyward/v1/(groups/[^/]+/(keyChecks|keyCheckSettings|keyUses|enforcement|hintSources|drills|alertConfigs)|enforcement|guard|hints|operatorAlerts|clusters/[^/]+/observed)(/.*)?"
                    + "|/api/atlas/v2/(groups/(?!byName/)[^/]+/alerts|(groups/(?!byName/)[^/]+/)?alertConfigs)(/.*)?");

    /** One replica of each. */
    public RouteTable(int config, int endpoint, int validation) {
        this(List.of(config), List.of(endpoint), List.of(validation));
    }

    /** Ports of each service. */
    List<List<Integer>> all() {
        return List.of(config, endpoint, validation);
    }

    /** Ports of the service that serves {@code path}, which is as it stands in the request, without the query. */
    Optional<List<Integer>> portsFor(String path) {
        if (ENDPOINT.matcher(path).matches()) {
            return Optional.of(endpoint);
        }
        if (VALIDATION.matcher(path).matches()) {
            return Optional.of(validation);
        }
        return path.startsWith("/api/") ? Optional.of(config) : Optional.empty();
    }
}
