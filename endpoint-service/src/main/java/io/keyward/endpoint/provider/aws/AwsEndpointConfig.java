package io.keyward.endpoint.provider.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where endpoints are made on AWS. A region is served if it has a network of its own, {@code keyward.endpoint.aws.regions."eu-west-1".vpc-id} and so on, or
 * if there is one for all others, {@code keyward.endpoint.aws.vpc-id} and so on.
 */
@ConfigMapping(prefix = "keyward.endpoint.aws")
public interface AwsEndpointConfig {

    /** Marks the endpoints of this installation. Installations that share an account need different ones. */
    @WithDefault("keyward")
    String installation();

    /** Where endpoints are made in regions that have no network of their own. */
    @WithParentName
    Network everywhere();

    /** Networks by region, as AWS spells it. */
    Map<String, Network> regions();

    /** All three, or none. */
    interface Network {

        Optional<String> vpcId();

        /** Subnets of that VPC, in different availability zones. */
        Optional<List<String>> subnetIds();

        /** They have to let the clusters in on port 443. */
        Optional<List<String>> securityGroupIds();
    }
}
