package io.keyward.endpoint.provider.aws;

import java.util.List;

/** Where the endpoints of a region are made. */
record AwsNetwork(String vpcId, List<String> subnetIds, List<String> securityGroupIds) {}
