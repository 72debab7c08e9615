package io.keyward.validation.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings that most tests cannot live with, together, so that one more application serves all who need them: the announcing driver believes itself,
 * and the guard holds as it does in production. No suspicion is confirmed by time that merely passes.
 */
public class OtherSettings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("keyward.enforcement.acknowledge", "automatic");
        settings.put("keyward.guard.keys", "10");
        settings.put("keyward.guard.canary", "true");
        settings.put("keyward.guard.window", "5m");
        settings.put("keyward.check.confirmation.key-state.over", "5m");
        settings.put("keyward.check.confirmation.access-denied.checks", "2");
        settings.put("keyward.check.confirmation.access-denied.over", "5m");
        return settings;
    }
}
