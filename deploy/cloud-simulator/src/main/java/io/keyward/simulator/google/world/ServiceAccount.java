package io.keyward.simulator.google.world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service account. One made again under an address has another id, and the tokens of the old one are dead.
 *
 * @param keys its keys by id: the public halves, since Google never has the private ones
 */
public record ServiceAccount(String email, String uniqueId, State state, Map<String, Key> keys) {

    /** Whether it can do anything. A deleted one is remembered, so that it does not come back by being named. */
    public enum State {
        ENABLED,
        DISABLED,
        DELETED
    }

    /** @param publicKey an X.509 public key of RSA */
    public record Key(byte[] publicKey, boolean enabled) {}

    /** The project it is in. */
    public String project() {
        return projectOf(email);
    }

    /** The project that an account of this address is in. */
    public static String projectOf(String email) {
        return email.substring(email.indexOf('@') + 1).replaceFirst("\\.iam\\.gserviceaccount\\.com$", "");
    }

    /** As policies name it. */
    public String member() {
        return "serviceAccount:" + email;
    }

    public ServiceAccount with(State changed) {
        return new ServiceAccount(email, uniqueId, changed, keys);
    }

    public ServiceAccount withKey(String id, Key key) {
        Map<String, Key> changed = new LinkedHashMap<>(keys);
        changed.put(id, key);
        return new ServiceAccount(email, uniqueId, state, changed);
    }

    public ServiceAccount withoutKey(String id) {
        Map<String, Key> changed = new LinkedHashMap<>(keys);
        changed.remove(id);
        return new ServiceAccount(email, uniqueId, state, changed);
    }
}
