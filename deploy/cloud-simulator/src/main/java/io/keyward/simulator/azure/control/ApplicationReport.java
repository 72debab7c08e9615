package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.Application;
import io.keyward.simulator.azure.world.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application as control shows it: its secrets without their values, and who it is where. */
record ApplicationReport(
        String clientId, String name, boolean enabled, List<Secret> secrets, List<Principal> principals) {

    record Secret(String id, @Nullable Instant endsAt) {}

    static ApplicationReport of(Application application, List<Principal> principals) {
        return new ApplicationReport(
                application.clientId(),
                application.name(),
                application.enabled(),
                application.secrets().stream()
                        .map(secret -> new Secret(secret.id(), secret.endsAt()))
                        .toList(),
                principals);
    }
}
