package io.keyward.endpoint.support;

import io.keyward.access.peer.ServiceTokens;
import io.keyward.simulator.Accounts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What an installation brings, made up for one run: its secrets, its name in the cloud, and the network that the simulated one knows. */
public class TestSettings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var settings = new HashMap<String, String>();
        settings.put("keyward.internal.keyset", ServiceTokens.newKeyset());
        settings.put("keyward.endpoint.aws.installation", "test-" + UUID.randomUUID());
        settings.put("keyward.endpoint.aws.vpc-id", Accounts.PLATFORM_VPC);
        settings.put("keyward.endpoint.aws.subnet-ids", Accounts.PLATFORM_SUBNET);
        settings.put("keyward.endpoint.aws.security-group-ids", Accounts.PLATFORM_SECURITY_GROUP);
        settings.put("keyward.endpoint.confirm-loss-after", "10ms");
        return settings;
    }

    @Override
    public void stop() {}
}
