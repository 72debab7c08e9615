package io.keyward.config.address;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/**
 * Addresses of this installation, by cloud ({@code aws}, {@code azure}, {@code gcp}) and by region as that cloud spells it; each an address
 * or a block of them in CIDR notation. For example
 * {@code keyward.control-plane.addresses.outbound.aws.us-east-1=203.0.113.0/24,198.51.100.7}.
 */
@ConfigMapping(prefix = "keyward.control-plane.addresses")
public interface ControlPlaneConfig {

    /** Where it can be called at; may be empty. */
    Map<String, Map<String, List<String>>> inbound();

    /** Where it calls customers' clouds from. */
    Map<String, Map<String, List<String>>> outbound();
}
