package io.keyward.endpoint.provider.aws;

import java.util.List;

/**
 * Where an endpoint is made.
 *
 * @param privateDns whether KMS's own name leads to it for everything in the VPC
 */
record AwsNetwork(String vpcId, List<String> subnetIds, List<String> securityGroupIds, boolean privateDns) {}
