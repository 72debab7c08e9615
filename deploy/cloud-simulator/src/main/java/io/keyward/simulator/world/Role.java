package io.keyward.simulator.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A role. A role made again under a name has another id, which is how sessions of the old one are told apart.
 *
 * @param policies inline policies by name
 */
public record Role(
        String arn,
        String id,
        String path,
        String trustPolicy,
        Map<String, String> policies,
        int maxSessionSeconds,
        Instant createdAt) {

    public String account() {
        return arn.split(":", 6)[4];
    }

    public String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    public Role withTrustPolicy(String changed) {
        return new Role(arn, id, path, changed, policies, maxSessionSeconds, createdAt);
    }

    public Role withPolicy(String policyName, String document) {
        Map<String, String> changed = new LinkedHashMap<>(policies);
        changed.put(policyName, document);
        return new Role(arn, id, path, trustPolicy, changed, maxSessionSeconds, createdAt);
    }

    public Role withoutPolicy(String policyName) {
        Map<String, String> changed = new LinkedHashMap<>(policies);
        changed.remove(policyName);
        return new Role(arn, id, path, trustPolicy, changed, maxSessionSeconds, createdAt);
    }
}
