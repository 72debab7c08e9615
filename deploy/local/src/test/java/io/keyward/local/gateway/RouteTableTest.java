package io.keyward.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private static final int CONFIG = 1;
    private static final int ENDPOINT = 2;
    private static final int VALIDATION = 3;

    private final RouteTable routes = new RouteTable(CONFIG, ENDPOINT, VALIDATION);

    @ParameterizedTest
    @CsvSource({
        "/api/atlas/v2/groups, 1",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/, 1",
        "/api/atlas/v1.0/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest, 1",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AWS, 1",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AWS/privateEndpoints, 2",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AWS/privateEndpoints/, 2",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AZURE/privateEndpoints/5f5f, 2",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/encryptionAtRest/AWS/privateEndpointsOfMine, 1",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/privateEndpoints, 1",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/privateEndpoints, 2",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/privateEndpoints/5f5f, 2",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/privateEndpointsOfMine, 1",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/keyChecks, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/keyUses, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/keys, 1",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/keyCheckSettings, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/hintSources/32b6e34b3d91647abb20e7b9, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/drills, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/alertConfigs/32b6e34b3d91647abb20e7b9/test, 3",
        "/api/keyward/v1/hints/aws, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/enforcement, 3",
        "/api/keyward/v1/enforcement, 3",
        "/api/keyward/v1/guard, 3",
        "/api/keyward/v1/guard/decisions, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/keyChecks/, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/enforcement, 3",
        "/api/keyward/v1/enforcement, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/keys/32b6e34b3d91647abb20e7b9/usage, 1",
        "/api/keyward/v1/snapshots/32b6e34b3d91647abb20e7b8/observed, 1",
        "/api/keyward/v1/clusters/32b6e34b3d91647abb20e7b8/observed, 3",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/state, 1",
        "/api/keyward/v1/groups/32b6e34b3d91647abb20e7b8/other, 1",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/alerts, 3",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/alerts/5f5f/alertConfigs, 3",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/alertConfigs, 3",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/alertConfigs/5f5f, 3",
        "/api/atlas/v2/alertConfigs/matchers/fieldNames, 3",
        "/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/alertsOfMine, 1",
        "/api/atlas/v2/groups/byName/alerts, 1",
        "/api/atlas/v2/groups/byName/alertConfigs, 1",
        "/api/atlas/v2/alerts, 1",
        "/api/atlas/v2/orgs, 1",
        "/api/oauth/token, 1",
        "/api/keyward/v1/orgs/32b6e34b3d91647abb20e7b8/apiKeys, 1"
    })
    void sendsEachPathToItsOwner(String path, int port) {
        assertThat(routes.portsFor(path)).contains(List.of(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/internal/v1/api-keys/x", "/q/health", "/apiary", "/api", "*"})
    void routesNothingOutsideTheApi(String path) {
        assertThat(routes.portsFor(path)).isEmpty();
    }
}
