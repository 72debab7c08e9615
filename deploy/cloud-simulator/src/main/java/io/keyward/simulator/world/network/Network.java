package io.keyward.simulator.world.network;

import java.util.List;

/**
 * A VPC of one account. It is there in every region, under the same ids.
 *
 * @param securityGroupIds at least one; the first is what an endpoint gets that names none
 * @param dnsSupport EC2's {@code enableDnsSupport}
 * @param dnsHostnames EC2's {@code enableDnsHostnames}
 */
public record Network(
        String account,
        String vpcId,
        List<String> subnetIds,
        List<String> securityGroupIds,
        boolean dnsSupport,
        boolean dnsHostnames) {

    public Network {
        if (securityGroupIds.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one security group");
        }
    }

    /** What an endpoint gets that names none. */
    public String securityGroupId() {
        return securityGroupIds.getFirst();
    }

    /** Whether endpoints in it can answer under the service's own name. */
    public boolean resolvesPrivateNames() {
        return dnsSupport && dnsHostnames;
    }
}
