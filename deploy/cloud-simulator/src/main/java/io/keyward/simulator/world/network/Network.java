package io.keyward.simulator.world.network;

import java.util.List;

/** The one network there is: in every region, under the same ids, and one account's. */
public record Network(String account, String vpcId, List<String> subnetIds, String securityGroupId) {}
