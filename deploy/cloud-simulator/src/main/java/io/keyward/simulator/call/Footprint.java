package io.keyward.simulator.call;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes known of a call while it runs, for the operation log. */
public final class Footprint {

    private @Nullable String caller;
    private @Nullable String resource;
    private Map<String, String> encryptionContext = Map.of();

    public void isOf(String arn) {
        caller = arn;
    }

    public void touches(String arn) {
        resource = arn;
    }

    public void encrypts(Map<String, String> context) {
        encryptionContext = Map.copyOf(context);
    }

    public Optional<String> caller() {
        return Optional.ofNullable(caller);
    }

    public Optional<String> resource() {
        return Optional.ofNullable(resource);
    }

    public Map<String, String> encryptionContext() {
        return encryptionContext;
    }
}
