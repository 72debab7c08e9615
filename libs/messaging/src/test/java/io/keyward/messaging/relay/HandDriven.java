package io.keyward.messaging.relay;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** No relay of its own: the test is the relay, step by step. */
public class HandDriven implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("keyward.messaging.relay.enabled", "false");
    }
}
