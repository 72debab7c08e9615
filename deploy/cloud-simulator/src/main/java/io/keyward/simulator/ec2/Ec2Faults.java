package io.keyward.simulator.ec2;

import io.keyward.simulator.wire.AwsFault;

/** The refusals that are EC2's own, in its words. */
final class Ec2Faults {

    private Ec2Faults() {}

    static AwsFault missing(String parameter) {
        return new AwsFault("MissingParameter", "The request must contain the parameter " + parameter);
    }

    static AwsFault invalid(String parameter, String value, String why) {
        return new AwsFault(
                "InvalidParameterValue", "Value (%s) for parameter %s is invalid. %s".formatted(value, parameter, why));
    }

    static AwsFault noSuchVpc(String id) {
        return new AwsFault("InvalidVpcId.NotFound", "The Vpc Id " + id + " does not exist");
    }

    static AwsFault noSuchSubnet(String id) {
        return new AwsFault("InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist");
    }

    static AwsFault subnetOfAnotherVpc(String id, String vpcId) {
        return new AwsFault("InvalidSubnet", "The subnet ID '" + id + "' is not in the VPC " + vpcId);
    }

    static AwsFault noSuchSecurityGroup(String id) {
        return new AwsFault("InvalidSecurityGroupID.NotFound", "The security group '" + id + "' does not exist");
    }

    static AwsFault noSuchService(String name) {
        return new AwsFault("InvalidServiceName", "The Vpc Endpoint Service '" + name + "' does not exist");
    }

    static AwsFault wrongType(String type) {
        return new AwsFault(
                "InvalidParameter",
                "Endpoint type (" + type + ") does not match available service types ([Interface]).");
    }

    static AwsFault noSuchEndpoint(String id) {
        return new AwsFault("InvalidVpcEndpointId.NotFound", "The Vpc Endpoint Id '" + id + "' does not exist");
    }

    static AwsFault malformedEndpointId(String id) {
        return new AwsFault("InvalidVpcEndpointId.Malformed", "Invalid Id: '" + id + "' (expecting 'vpce-...')");
    }

    static AwsFault otherParameters() {
        return new AwsFault(
                "IdempotentParameterMismatch",
                "The client token you have provided is associated with a resource that has different parameters.");
    }

    static AwsFault privateDnsTaken(String region, String vpcId) {
        return new AwsFault(
                "InvalidParameter",
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for"
                        + " kms.%s.amazonaws.com in the VPC %s".formatted(region, vpcId));
    }

    static AwsFault privateDnsImpossible(String vpcId) {
        return new AwsFault(
                "InvalidParameter",
                "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for "
                        + vpcId);
    }

    static AwsFault limitExceeded() {
        return new AwsFault("VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
    }

    static AwsFault invalidPolicy(String problem) {
        return new AwsFault("InvalidPolicyDocument", "The policy document is invalid: " + problem);
    }

    static AwsFault invalidFilter(String name) {
        return new AwsFault("InvalidFilter", "The filter '" + name + "' is invalid");
    }

    static AwsFault invalidNextToken() {
        return new AwsFault("InvalidNextToken", "The specified next token is not valid.");
    }

    static AwsFault dryRun() {
        return new AwsFault("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
    }
}
