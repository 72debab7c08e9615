package io.keyward.endpoint.provider.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where endpoints are made on AWS. The most specific network wins, as a whole: that of the project in the region, that of the project, that of the region,
 * that of all others. A region in which a project comes to none is not served to it.
 */
@ConfigMapping(prefix = "keyward.endpoint.aws")
public interface AwsEndpointConfig {

    /** Marks the endpoints of this installation. Installations that share an account need different ones. */
    @WithDefault("keyward")
    String installation();

    /** For projects that have no network of their own. */
    @WithParentName
    Scope everybody();

    /** For single projects, by id. */
    Map<String, Scope> projects();

    /** A network for all regions that have none of their own, and those that have, by region, as AWS spells it. */
    interface Scope extends Network {

        Map<String, Network> regions();
    }

    /** The first three, or none. */
    interface Network {

        /** The VPC that endpoints are made in. */
        Optional<String> vpcId();

        /** Subnets of that VPC, in different availability zones. */
        Optional<List<String>> subnetIds();

        /** They have to let the clusters in on port 443. */
        Optional<List<String>> securityGroupIds();

        /** Whether KMS's own name leads to the endpoint for everything in the VPC; only where one project alone has the VPC. False unless told. */
        Optional<Boolean> privateDns();
    }
}
