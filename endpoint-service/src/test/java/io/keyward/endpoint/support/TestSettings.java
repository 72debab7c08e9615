package io.keyward.endpoint.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/** A name of our own in the cloud, which outlives the run, and no more patience than a test has. */
public class TestSettings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "keyward.endpoint.aws.installation",
                "test-" + UUID.randomUUID(),
                "keyward.endpoint.azure.installation",
                "test-" + UUID.randomUUID(),
                "keyward.endpoint.confirm-loss-after",
                "10ms",
                "keyward.endpoint.look-time-limit",
                "2s",
                "keyward.endpoint.commands-per-look",
                "20");
    }

    @Override
    public void stop() {}
}
