package io.keyward.endpoint.provider.aws;

import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** What we ask of EC2. */
final class AwsRequests {
    private static final int PAGE = 1000;

    /**
     * Through an endpoint goes what a cluster needs its key for and what we check of it, and nothing else. Whose keys, and as whom, is for the key's own
     * policy to say: both change without us.
     */
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",\
            "Action":["kms:DescribeKey","kms:Encrypt","kms:Decrypt"],"Resource":"*"}]}""";

    private final String installation;

    AwsRequests(String installation) {
        this.installation = installation;
    }

    /** All endpoints of this installation. */
    DescribeVpcEndpointsRequest describe() {
        return DescribeVpcEndpointsRequest.builder()
                .filters(Filter.builder()
                        .name("tag:" + AwsSightings.INSTALLATION)
                        .values(installation)
                        .build())
                .maxResults(PAGE)
                .build();
    }

    /** One endpoint to KMS. Its id is the token by which EC2 knows the same request again. */
    CreateVpcEndpointRequest create(Order order, AwsNetwork network) {
        return CreateVpcEndpointRequest.builder()
                .vpcEndpointType(VpcEndpointType.INTERFACE)
                .serviceName("com.amazonaws." + order.region() + ".kms")
                .clientToken(order.endpointId())
                .vpcId(network.vpcId())
                .subnetIds(network.subnetIds())
                .securityGroupIds(network.securityGroupIds())
                .privateDnsEnabled(network.privateDns())
                .policyDocument(POLICY)
                .tagSpecifications(tags(order))
                .build();
    }

    /** The name is for the console; the others are how we know it again. */
    private TagSpecification tags(Order order) {
        return TagSpecification.builder()
                .resourceType(ResourceType.VPC_ENDPOINT)
                .tags(
                        tag("Name", installation + "-" + order.groupId() + "-" + order.endpointId()),
                        tag(AwsSightings.ENDPOINT_ID, order.endpointId()),
                        tag(AwsSightings.PROJECT_ID, order.groupId()),
                        tag(AwsSightings.INSTALLATION, installation))
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
