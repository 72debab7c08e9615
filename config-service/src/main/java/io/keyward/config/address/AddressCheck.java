package io.keyward.config.address;

import io.keyward.startup.SettingsCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Addresses that {@link ControlPlaneAddresses} would not start with, told with all else that is wrong. */
@Singleton
class AddressCheck implements SettingsCheck {
    private final ControlPlaneConfig config;

    AddressCheck(ControlPlaneConfig config) {
        this.config = config;
    }

    @Override
    public Stream<Runnable> looks() {
        return Stream.of(look("inbound", config.inbound()), look("outbound", config.outbound()));
    }

    private static Runnable look(String direction, Map<String, Map<String, List<String>>> configured) {
        return () -> {
            var unused = AddressRules.read(direction, configured);
        };
    }
}
