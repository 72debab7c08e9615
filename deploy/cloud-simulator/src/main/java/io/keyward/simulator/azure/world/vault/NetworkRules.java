package io.keyward.simulator.azure.world.vault;

import java.util.List;

/**
 * Who may reach a vault. What comes through an approved private endpoint always may.
 *
 * @param publicAccess whether it can be reached from the internet at all
 * @param firewall whether only {@code addresses} may
 * @param addresses single IP addresses
 */
public record NetworkRules(boolean publicAccess, boolean firewall, List<String> addresses) {

    public static final NetworkRules OPEN = new NetworkRules(true, false, List.of());

    public boolean admits(String address) {
        return !firewall || addresses.contains(address);
    }
}
