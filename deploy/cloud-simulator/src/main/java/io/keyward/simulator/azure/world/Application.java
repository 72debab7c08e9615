package io.keyward.simulator.azure.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A registered application. It is somebody in the tenants where it has a {@link Principal}. */
public record Application(String clientId, String name, boolean enabled, List<Secret> secrets) {

    /** @param endsAt null when it never ends */
    public record Secret(String id, String value, @Nullable Instant endsAt) {

        public boolean ended(Instant now) {
            return endsAt != null && !endsAt.isAfter(now);
        }

        @Override
        public String toString() {
            return "Secret[" + id + "]";
        }
    }

    public Application enabled(boolean changed) {
        return new Application(clientId, name, changed, secrets);
    }

    /** With one more, or another one under that id. */
    public Application with(Secret secret) {
        List<Secret> others = without(secret.id()).secrets();
        return new Application(
                clientId,
                name,
                enabled,
                Stream.concat(others.stream(), Stream.of(secret)).toList());
    }

    public Application without(String secretId) {
        return new Application(
                clientId,
                name,
                enabled,
                secrets.stream().filter(secret -> !secret.id().equals(secretId)).toList());
    }
}
