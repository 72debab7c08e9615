package io.keyward.config.address;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The configured addresses, read when the service starts: one that cannot be read keeps it from starting. */
@Startup
@ApplicationScoped
class ControlPlaneAddresses {
    private final View view;

    ControlPlaneAddresses(ControlPlaneConfig config) {
        this.view = new View(
                AddressRules.read("inbound", config.inbound()), AddressRules.read("outbound", config.outbound()));
    }

    /** The answer: cloud, then region, then blocks in CIDR notation. */
    record View(Map<String, Map<String, List<String>>> inbound, Map<String, Map<String, List<String>>> outbound) {}

    View view() {
        return view;
    }
}
